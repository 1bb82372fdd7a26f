package dev.assay.graphql.limit;

import graphql.ExecutionInput;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Stops executions that take too long: no fetcher begins any more, and one that waits is woken. */
public final class TimeLimit {
  private final Duration limit;
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("time-limit").factory());

  /** A limit for each execution. */
  public TimeLimit(Duration limit) {
    this.limit = limit;
    timer.setRemoveOnCancelPolicy(true);
  }

  /**
   * Executes on the thread that calls. Throws {@code QUERY_TOO_COMPLEX} in the place of any result
   * if the time was over before it was there.
   */
  public <T> T within(ExecutionInput input, Supplier<T> execution) {
    Watch watch = new Watch(input, Thread.currentThread());
    ScheduledFuture<?> end = timer.schedule(watch::expire, limit.toNanos(), TimeUnit.NANOSECONDS);
    T result;
    try {
      result = execution.get();
    } finally {
      end.cancel(false);
      watch.end();
    }
    if (watch.expired) {
      throw DocumentLimits.tooComplex(
          "This took longer than %d seconds and was stopped. Ask for less."
              .formatted(limit.toSeconds()));
    }
    return result;
  }

  private static final class Watch {
    private final ExecutionInput input;
    private final Thread thread;
    private boolean ended;
    private volatile boolean expired;

    Watch(ExecutionInput input, Thread thread) {
      this.input = input;
      this.thread = thread;
    }

    synchronized void expire() {
      if (!ended) {
        expired = true;
        input.cancel();
        thread.interrupt();
      }
    }

    /** Whoever comes next on this thread is not to be woken. */
    synchronized void end() {
      ended = true;
      if (expired) {
        Thread.interrupted();
      }
    }
  }
}
