package dev.assay.graphql.socket;

/**
 * What a socket did when, and what follows from it. Times are of {@link System#nanoTime}; all of it
 * belongs to the channel's event loop.
 */
final class Liveness {
  /** How long a client may take to answer a close frame. */
  private static final long CLOSE_NANOS = 2_000_000_000L;

  private static final int MISSED_PINGS = 3;

  /** What is to be done with a socket. */
  enum Verdict {
    FINE,
    PING,
    /** Nobody initialised it in time. */
    UNINITIALISED,
    /** It has had no operation for long. */
    IDLE,
    /**
     * Its reader takes nothing, or it is gone without a word, or it does not answer the close
     * frame.
     */
    LOST
  }

  private final SocketSettings settings;
  private final long openedAt;
  private boolean ready;
  private boolean closing;
  private boolean stalled;
  private boolean busy;
  private long closingSince;
  private long stalledSince;
  private long idleSince;
  private long readAt;
  private long pingedAt;

  Liveness(SocketSettings settings, long now) {
    this.settings = settings;
    this.openedAt = now;
    this.idleSince = now;
    this.readAt = now;
    this.pingedAt = now;
  }

  void ready() {
    ready = true;
  }

  void closing(long now) {
    closing = true;
    closingSince = now;
  }

  void read(long now) {
    readAt = now;
  }

  void writable(boolean writable, long now) {
    stalled = !writable;
    stalledSince = now;
    // What it sent meanwhile was not read.
    readAt = now;
  }

  void busy(boolean hasOperations, long now) {
    busy = hasOperations;
    idleSince = now;
  }

  Verdict check(long now) {
    if (closing) {
      return now - closingSince > CLOSE_NANOS ? Verdict.LOST : Verdict.FINE;
    }
    if (!ready && now - openedAt > settings.initTimeout().toNanos()) {
      return Verdict.UNINITIALISED;
    }
    if (stalled) {
      return now - stalledSince > settings.stalledTimeout().toNanos() ? Verdict.LOST : Verdict.FINE;
    }
    long ping = settings.pingEvery().toNanos();
    if (now - readAt > MISSED_PINGS * ping) {
      return Verdict.LOST;
    }
    if (!busy && now - idleSince > settings.idleTimeout().toNanos()) {
      return Verdict.IDLE;
    }
    if (now - pingedAt < ping) {
      return Verdict.FINE;
    }
    pingedAt = now;
    return Verdict.PING;
  }
}
