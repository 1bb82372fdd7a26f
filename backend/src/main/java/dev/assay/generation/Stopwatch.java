package dev.assay.generation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Stamps one answer's moments and makes timings of them. Belongs to the thread that reads the
 * answer. All stamps are {@link System#nanoTime}.
 */
final class Stopwatch {
  private static final double NANOS_PER_MS = 1e6;
  private final long startNanos;
  private long sentNanos;
  private long firstNanos;
  private long lastNanos;
  private boolean sent = false;
  private int pieces = 0;
  private long tokens = 0;
  private long[] gaps = new long[64];

  Stopwatch(long startNanos) {
    this.startNanos = startNanos;
  }

  void sent(long nanos) {
    sent = true;
    sentNanos = nanos;
  }

  boolean isSent() {
    return sent;
  }

  void piece(long nanos, int tokensInPiece) {
    if (pieces == 0) {
      firstNanos = nanos;
    } else {
      addGap(nanos - lastNanos);
    }
    lastNanos = nanos;
    pieces++;
    tokens += tokensInPiece;
  }

  private void addGap(long gap) {
    int count = pieces - 1;
    if (count == gaps.length) {
      gaps = Arrays.copyOf(gaps, gaps.length * 2);
    }
    gaps[count] = gap;
  }

  /** What is known while the answer runs: how long it was queued. */
  Timings begun() {
    return Timings.queued(ms(sentNanos - startNanos));
  }

  /**
   * The timings of an answer that has ended.
   *
   * @param completionTokens by the server's count; null takes our own
   */
  Timings ended(long nanos, @Nullable Integer completionTokens) {
    if (!sent) {
      return Timings.queued(ms(nanos - startNanos));
    }
    long[] sorted = Arrays.copyOf(gaps, Math.max(pieces - 1, 0));
    Arrays.sort(sorted);
    return new Timings(
        ms(sentNanos - startNanos),
        pieces == 0 ? null : ms(firstNanos - sentNanos),
        ms(nanos - sentNanos),
        percentile(sorted, 50),
        percentile(sorted, 99),
        tokensPerSecond(completionTokens == null ? tokens : completionTokens),
        Math.toIntExact(tokens));
  }

  private @Nullable Double tokensPerSecond(long counted) {
    if (pieces < 2 || counted < 2 || lastNanos == firstNanos) {
      return null;
    }
    return (counted - 1) * 1e9 / (lastNanos - firstNanos);
  }

  /** By nearest rank: the smallest gap that this share of all gaps does not exceed. */
  private static @Nullable Double percentile(long[] sorted, int percent) {
    if (sorted.length == 0) {
      return null;
    }
    int rank = (int) Math.ceil(sorted.length * percent / 100.0);
    return ms(sorted[rank - 1]);
  }

  private static double ms(long nanos) {
    return nanos / NANOS_PER_MS;
  }
}
