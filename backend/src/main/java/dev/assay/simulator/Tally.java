package dev.assay.simulator;

/** One completion as the metrics see it. Confined to the event loop. */
final class Tally {
  private final ModelMetrics metrics;
  private final Reply.Chat chat;
  private final long arrivedNanos;
  private long firstNanos;
  private long lastNanos;
  private int tokens;
  private boolean over;

  Tally(ModelMetrics metrics, Reply.Chat chat, long arrivedNanos) {
    this.metrics = metrics;
    this.chat = chat;
    this.arrivedNanos = arrivedNanos;
    metrics.began(this, chat);
  }

  void token(long nanos) {
    if (tokens++ == 0) {
      firstNanos = nanos;
      metrics.firstToken(chat, nanos - arrivedNanos);
    } else {
      metrics.token(nanos - lastNanos);
    }
    lastNanos = nanos;
  }

  /** The first call counts. */
  void ended(String reason) {
    if (over) {
      return;
    }
    over = true;
    metrics.ended(this, chat, reason, System.nanoTime() - arrivedNanos);
  }

  int tokens() {
    return tokens;
  }

  /** Nanoseconds from the first token to the last. */
  long decoding() {
    return lastNanos - firstNanos;
  }

  /** Whether it is still queued. */
  boolean waits(long nanos) {
    return nanos - arrivedNanos < chat.request().script().queue();
  }
}
