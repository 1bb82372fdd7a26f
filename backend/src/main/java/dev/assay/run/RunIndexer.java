package dev.assay.run;

import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has written down what runs are found by, a moment after they are stored: a run does not wait for
 * it, and what a stopped process left is written by the next.
 */
@Singleton
class RunIndexer {
  private static final Logger LOG = LoggerFactory.getLogger(RunIndexer.class);
  private static final long LOOK_MS = 300;
  private static final int AT_ONCE = 100;

  private final RunSearch search;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("run-indexer").factory());

  RunIndexer(RunSearch search) {
    this.search = search;
  }

  @EventListener
  void start(ServerStartupEvent event) {
    clock.scheduleWithFixedDelay(this::write, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
  }

  private void write() {
    try {
      while (!clock.isShutdown() && search.write(AT_ONCE) == AT_ONCE) {}
    } catch (RuntimeException e) {
      if (!clock.isShutdown()) {
        LOG.warn("What runs are found by could not be written; tried again: {}", e.getMessage());
      }
    }
  }

  /** Lets the turn at hand come to its end. */
  @EventListener
  void stop(ShutdownEvent event) throws InterruptedException {
    clock.shutdown();
    boolean _ = clock.awaitTermination(2, TimeUnit.SECONDS);
  }
}
