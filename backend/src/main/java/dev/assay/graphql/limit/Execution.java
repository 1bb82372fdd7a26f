package dev.assay.graphql.limit;

import dev.assay.error.AppException;
import graphql.ExecutionInput;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An execution on the thread that made this, which other threads can stop. */
public final class Execution {
  private final ExecutionInput input;
  private final Thread thread = Thread.currentThread();

  // Guarded by this.
  private boolean ended;
  private @Nullable AppException reason;

  /** An execution that has not begun. */
  public Execution(ExecutionInput input) {
    this.input = input;
  }

  /**
   * Lets no fetcher begin any more and wakes the one that waits. Does nothing once it has ended or
   * was stopped.
   */
  public synchronized void stop(AppException why) {
    if (!ended && reason == null) {
      reason = why;
      input.cancel();
      thread.interrupt();
    }
  }

  /** Executes. Throws the reason in the place of any result if it was stopped. */
  public <T> T run(Supplier<T> work) {
    T result;
    AppException why;
    try {
      result = work.get();
    } finally {
      why = end();
    }
    if (why != null) {
      throw why;
    }
    return result;
  }

  /** Whoever comes next on this thread is not to be woken. */
  private synchronized @Nullable AppException end() {
    ended = true;
    if (reason != null) {
      boolean _ = Thread.interrupted();
    }
    return reason;
  }
}
