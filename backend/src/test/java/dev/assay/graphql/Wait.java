package dev.assay.graphql;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for conditions in tests. */
public final class Wait {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private Wait() {}

  /** Returns as soon as the condition holds; fails after half a minute. */
  public static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("The condition did not come to hold within " + LIMIT + ".");
      }
      LockSupport.parkNanos(200_000);
    }
  }
}
