package dev.assay.graphql.limit;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Stops executions that take too long. */
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
  public <T> T within(Execution execution, Supplier<T> work) {
    ScheduledFuture<?> end =
        timer.schedule(
            () -> execution.stop(DocumentLimits.tooComplex(tooLong())),
            limit.toNanos(),
            TimeUnit.NANOSECONDS);
    try {
      return execution.run(work);
    } finally {
      end.cancel(false);
    }
  }

  private String tooLong() {
    return "This took longer than %d seconds and was stopped. Ask for less."
        .formatted(limit.toSeconds());
  }
}
