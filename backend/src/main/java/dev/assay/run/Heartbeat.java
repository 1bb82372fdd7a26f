package dev.assay.run;

import dev.assay.generation.Checkpoints.Addition;
import dev.assay.run.RunStore.BegunRun;
import dev.assay.run.RunStore.Progress;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens beside the runs, off the tokens' path: running texts are written down twice a
 * second, all of them in one statement; who waits in a queue is told its place; leases are renewed;
 * and runs whose process is gone are ended.
 */
@Singleton
class Heartbeat {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final long CHECKPOINT_MS = 500;
  private static final long PLACES_MS = 500;
  private static final long RENEW_MS = 3_000;
  private static final long SWEEP_MS = 1_000;
  private static final long STOP_WAIT_MS = 5_000;

  private final LiveRuns live;
  private final RunStore store;
  private final Lease lease;
  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(
          2, Thread.ofPlatform().daemon().name("run-heartbeat-", 0).factory());

  /** What could not be written yet. Belongs to the checkpoint's turn. */
  private @Nullable Progress unwritten;

  Heartbeat(LiveRuns live, RunStore store, Lease lease) {
    this.live = live;
    this.store = store;
    this.lease = lease;
  }

  @EventListener
  void start(ServerStartupEvent event) {
    every(CHECKPOINT_MS, this::checkpoint);
    every(PLACES_MS, this::tellPlaces);
    every(RENEW_MS, this::renew);
    every(SWEEP_MS, this::sweep);
  }

  private void every(long periodMs, Runnable work) {
    clock.scheduleWithFixedDelay(() -> guarded(work), periodMs, periodMs, TimeUnit.MILLISECONDS);
  }

  private void checkpoint() {
    Progress progress = collect();
    if (!progress.isEmpty()) {
      unwritten = progress;
      store.save(progress);
      unwritten = null;
    }
  }

  /** What is new since the last turn, behind what that turn could not write. */
  private Progress collect() {
    List<Addition> additions = new ArrayList<>();
    List<BegunRun> begunRuns = new ArrayList<>();
    List<ResultId> begunResults = new ArrayList<>();
    List<UUID> ended = new ArrayList<>();
    if (unwritten != null) {
      additions.addAll(unwritten.additions());
      begunRuns.addAll(unwritten.begunRuns());
      begunResults.addAll(unwritten.begunResults());
      ended.addAll(unwritten.endedResults());
    }
    ended.addAll(live.takeEnded());
    live.all().forEach(run -> run.collect(additions, begunRuns, begunResults));
    return new Progress(additions, begunRuns, begunResults, ended);
  }

  private void tellPlaces() {
    live.all().forEach(LiveRun::tellPlaces);
  }

  private void renew() {
    if (!live.all().isEmpty()) {
      lease.renew();
    }
  }

  private void sweep() {
    List<RunId> ended = lease.sweep();
    if (!ended.isEmpty()) {
      LOG.warn("{} runs had lost their process and were ended: {}", ended.size(), ended);
    }
  }

  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("A run's housekeeping failed; it is tried again", e);
    }
  }

  /** Ends before the database does, and lets the turn at hand come to its end. */
  @EventListener
  void stop(ShutdownEvent event) throws InterruptedException {
    clock.shutdown();
    boolean _ = clock.awaitTermination(STOP_WAIT_MS, TimeUnit.MILLISECONDS);
  }
}
