package dev.assay.provider;

/** Lets one thread stop what another is waiting for. Cancelled once, it stays so. */
public final class Cancellation {
  private static final Runnable NOTHING = () -> {};

  // Guarded by this.
  private boolean cancelled = false;
  private Runnable stop = NOTHING;

  /** Stops what is being waited for, now or as soon as it begins. Does nothing the second time. */
  public void cancel() {
    Runnable stopNow;
    synchronized (this) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      stopNow = stop;
    }
    stopNow.run();
  }

  /** Whether somebody cancelled. */
  public synchronized boolean isCancelled() {
    return cancelled;
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
