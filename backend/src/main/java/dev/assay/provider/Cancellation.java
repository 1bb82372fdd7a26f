package dev.assay.provider;

/** Lets one thread stop what another is waiting for. Cancelled once, it stays so. */
public final class Cancellation {
  private static final double NANOS_PER_MS = 1e6;
  private static final Runnable NOTHING = () -> {};

  // Guarded by this.
  private boolean cancelled = false;
  private long cancelledNanos;
  private Runnable stop = NOTHING;

  /** Stops what is being waited for, now or as soon as it begins. Does nothing the second time. */
  public void cancel() {
    Runnable stopNow;
    synchronized (this) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      cancelledNanos = System.nanoTime();
      stopNow = stop;
    }
    stopNow.run();
  }

  /** Whether somebody cancelled. */
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /** Milliseconds from the request to stop to a later {@link System#nanoTime}. */
  public synchronized double msUntil(long nanos) {
    return (nanos - cancelledNanos) / NANOS_PER_MS;
  }

  /**
   * Says how to stop what is being waited for now; takes the place of what was said before. Runs it
   * if cancelled.
   */
  public void onCancel(Runnable stopNow) {
    synchronized (this) {
      if (!cancelled) {
        stop = stopNow;
        return;
      }
    }
    stopNow.run();
  }

  /** Says that nothing is being waited for. */
  public synchronized void clear() {
    stop = NOTHING;
  }
}
