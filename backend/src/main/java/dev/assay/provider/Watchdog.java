package dev.assay.provider;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Stops waits that last too long. One thread looks at all of them a few times a second, so that a
 * stream only has to note the time of each arrival, and sets no timer.
 */
@Singleton
final class Watchdog {
  private static final long LOOK_EVERY_MS = 200;
  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("upstream-watchdog").factory());

  Watchdog() {
    clock.scheduleWithFixedDelay(this::look, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
  }

  /** Watches one wait after another until it is closed. */
  Watch watch(Duration timeout, Runnable onTimeout) {
    Watch watch = new Watch(timeout, onTimeout);
    watches.add(watch);
    return watch;
  }

  private void look() {
    long now = System.nanoTime();
    watches.forEach(watch -> watch.look(now));
  }

  @PreDestroy
  void close() {
    clock.shutdownNow();
  }

  /** Somebody's wait. */
  final class Watch implements AutoCloseable {
    private final Runnable onTimeout;
    private volatile long timeoutNanos;
    private volatile long since = System.nanoTime();
    private volatile boolean expired = false;

    private Watch(Duration timeout, Runnable onTimeout) {
      this.timeoutNanos = timeout.toNanos();
      this.onTimeout = onTimeout;
    }

    /** The wait is over, and the next one begins. */
    void reset() {
      since = System.nanoTime();
    }

    /** The next wait begins, and may take as long as this. */
    void reset(Duration timeout) {
      timeoutNanos = timeout.toNanos();
      reset();
    }

    /** Whether a wait took too long and was stopped. */
    boolean isExpired() {
      return expired;
    }

    private void look(long now) {
      if (!expired && now - since > timeoutNanos) {
        expired = true;
        watches.remove(this);
        Thread.ofVirtual().start(onTimeout);
      }
    }

    @Override
    public void close() {
      watches.remove(this);
    }
  }
}
