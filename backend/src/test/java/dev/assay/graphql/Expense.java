package dev.assay.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/**
 * What something cost this process: the least of several tries, because others are at work here
 * too. What the client of the test costs is in it.
 *
 * @param millis how much processor time the process took: a busy machine does not add to it
 * @param bytes how much all threads allocated meanwhile
 */
public record Expense(double millis, long bytes) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final int TRIES = 7;
  private static final int MAX_MILLIS = 50;
  private static final int MAX_BYTES = 10_000_000;

  /** Does it several times. */
  public static Expense of(Callable<?> action) throws Exception {
    Expense least = new Expense(Double.MAX_VALUE, Long.MAX_VALUE);
    for (int i = 0; i < TRIES; i++) {
      long bytes = THREADS.getTotalThreadAllocatedBytes();
      long start = PROCESS.getProcessCpuTime();
      action.call();
      double millis = (PROCESS.getProcessCpuTime() - start) / 1e6;
      least =
          new Expense(
              Math.min(least.millis, millis),
              Math.min(least.bytes, THREADS.getTotalThreadAllocatedBytes() - bytes));
    }
    return least;
  }

  /** Fails where it cost more than a refusal may. */
  public void assertCheap() {
    assertThat(millis).isLessThan(MAX_MILLIS);
    assertThat(bytes).isLessThan(MAX_BYTES);
  }
}
