package dev.assay.graphql.socket;

/** Counts messages by the second; it belongs to the channel's event loop. */
final class MessageRate {
  private static final long SECOND = 1_000_000_000L;

  private final int most;
  private long since;
  private int count;

  MessageRate(int most) {
    this.most = most;
  }

  /** Whether one more may come at {@code now}, a time of {@link System#nanoTime}. */
  boolean allows(long now) {
    if (count == 0 || now - since > SECOND) {
      since = now;
      count = 0;
    }
    return ++count <= most;
  }
}
