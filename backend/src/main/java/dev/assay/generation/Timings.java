package dev.assay.generation;

import org.jspecify.annotations.Nullable;

/**
 * How long an answer took, in milliseconds on this process's monotonic clock. Null where nothing
 * could be measured. The names are those of vLLM's and AIPerf's benchmarks.
 *
 * @param queuedMs from the run's start to the sending of the request
 * @param timeToFirstTokenMs TTFT: from the sending to the first piece of text, reasoning included
 * @param latencyMs end-to-end latency: from the sending to the end
 * @param interTokenP50Ms the median gap between a piece and the next (ITL)
 * @param interTokenP99Ms the gap (ITL) that one in a hundred exceeds
 * @param tokensPerSecond completion tokens after the first, per second between the first and the
 *     last piece: 1/TPOT
 * @param arrivedTokens tokens that arrived: by the server's running count where it sends one, else
 *     one a piece; null before the end
 */
public record Timings(
    @Nullable Double queuedMs,
    @Nullable Double timeToFirstTokenMs,
    @Nullable Double latencyMs,
    @Nullable Double interTokenP50Ms,
    @Nullable Double interTokenP99Ms,
    @Nullable Double tokensPerSecond,
    @Nullable Integer arrivedTokens) {

  /** Of an answer that was never asked for. */
  public static final Timings NONE = new Timings(null, null, null, null, null, null, null);

  /** Of an answer that was not begun, or has said nothing yet. */
  static Timings queued(double queuedMs) {
    return new Timings(queuedMs, null, null, null, null, null, null);
  }

  /**
   * The timings of an answer that runs, once its first piece is there.
   *
   * @param atMs when that came, counted from where {@code queuedMs} counts
   */
  public Timings withFirstToken(double atMs) {
    double sentMs = queuedMs == null ? 0 : queuedMs;
    return new Timings(queuedMs, atMs - sentMs, null, null, null, null, null);
  }
}
