package dev.assay.run.batch;

import dev.assay.event.Reader;
import dev.assay.event.Topic;
import dev.assay.generation.Status;
import dev.assay.run.Lease;
import dev.assay.run.RunId;
import dev.assay.run.WaitingRuns;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on batches: begins their runs in order as places become free, each batch on a thread of its
 * own. What another process left behind is taken over: runs that it had not begun are begun here,
 * and those that it was torn out of are asked again.
 */
@Singleton
class Batches {
  private static final Logger LOG = LoggerFactory.getLogger(Batches.class);
  private static final long RENEW_MS = 3_000;
  private static final long SWEEP_MS = 1_000;
  private static final long LOOK_MS = 500;
  private static final int MAX_REMEMBERED_UNITS = 4 * 1024 * 1024;

  private final BatchRepository batches;
  private final WaitingRuns waiting;
  private final Lease lease;
  private final Topic<UUID, BatchEvent> topic =
      new Topic<>(MAX_REMEMBERED_UNITS, BatchEvent::weigh, _ -> false);
  private final ConcurrentHashMap<UUID, LiveBatch> live = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("batch-clock").factory());

  Batches(BatchRepository batches, WaitingRuns waiting, Lease lease) {
    this.batches = batches;
    this.waiting = waiting;
    this.lease = lease;
  }

  /** Begins a batch that is stored with its runs. */
  void begin(Batch stored) {
    work(stored, false);
  }

  /** Ends a batch that this process works on; its runs end by themselves. */
  void cancel(UUID id) {
    LiveBatch batch = live.get(id);
    if (batch != null) {
      batch.cancel();
    }
    waiting.cancel(id);
  }

  /** Its row has changed, for whatever reason. */
  void changed(Batch row) {
    LiveBatch batch = live.get(row.id());
    if (batch != null) {
      batch.changed(row);
    }
  }

  @Nullable Reader<BatchEvent> read(UUID id, @Nullable Integer after) {
    return topic.read(id, after);
  }

  private void work(Batch stored, boolean isTakenOver) {
    LiveBatch batch = new LiveBatch(stored, topic);
    live.put(batch.id(), batch);
    Thread.ofVirtual().name("batch").start(() -> work(batch, isTakenOver));
  }

  private void work(LiveBatch batch, boolean isTakenOver) {
    try {
      if (isTakenOver) {
        awaitOthers(batch);
      }
      feed(batch, batches.answersPerRun(batch.id()));
      batch.awaitEnd();
      if (!waiting.isStopping()) {
        finish(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // The database was away, or the account was deleted. Who takes it over sees what is left.
      LOG.warn("A batch was left; it is taken up again", e);
      topic.discard(batch.id());
    } finally {
      live.remove(batch.id());
    }
  }

  /** The runs that its process was torn out of lose their leases too; then they wait once more. */
  private void awaitOthers(LiveBatch batch) throws InterruptedException {
    while (waiting.areOpen(batch.id())) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MS);
    }
    if (!batch.isCancelled()) {
      waiting.renewInterrupted(batch.id());
    }
  }

  private void feed(LiveBatch batch, int answersPerRun) throws InterruptedException {
    for (RunId run : waiting.of(batch.id())) {
      batch.take(answersPerRun);
      if (batch.isCancelled() || !waiting.begin(run, batch)) {
        batch.giveBack(answersPerRun);
      } else if (batch.isCancelled()) {
        // Whoever cancelled it found this run neither waiting nor live: it was just being begun.
        waiting.cancel(batch.id());
      }
    }
  }

  private void finish(LiveBatch batch) {
    boolean isCancelled = batch.isCancelled() || batches.isCancelled(batch.id());
    if (isCancelled) {
      waiting.cancel(batch.id());
    }
    Status status = isCancelled ? Status.CANCELLED : waiting.outcome(batch.id());
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Batch ended = batch.stored().ended(status, now);
    batches.finish(ended.id(), status, now);
    live.remove(batch.id());
    batch.finish(ended);
  }

  @EventListener
  void start(ServerStartupEvent event) {
    clock.scheduleWithFixedDelay(
        () -> guarded(this::renew), RENEW_MS, RENEW_MS, TimeUnit.MILLISECONDS);
    clock.scheduleWithFixedDelay(
        () -> guarded(this::takeOver), SWEEP_MS, SWEEP_MS, TimeUnit.MILLISECONDS);
  }

  private void renew() {
    if (!live.isEmpty()) {
      batches.renew(live.keySet(), lease.instance());
    }
  }

  private void takeOver() {
    for (Batch batch : batches.takeLapsed(lease.instance())) {
      // One that was left here has lost its thread.
      if (!live.containsKey(batch.id())) {
        LOG.info("Batch {} is taken up where it was left", batch.id());
        work(batch, true);
      }
    }
  }

  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("The housekeeping of batches failed; it is tried again: {}", e.getMessage());
    }
  }

  @EventListener
  void stop(ShutdownEvent event) {
    clock.shutdownNow();
    if (!live.isEmpty()) {
      batches.giveUp(List.copyOf(live.keySet()));
    }
  }
}
