package dev.assay.run.batch;

import dev.assay.event.EventLog;
import dev.assay.event.Topic;
import dev.assay.run.Result;
import dev.assay.run.Run;
import dev.assay.run.RunWatcher;
import dev.assay.run.batch.BatchEvent.BatchFinished;
import dev.assay.run.batch.BatchEvent.BatchResultFinished;
import dev.assay.run.batch.BatchEvent.BatchSnapshot;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** A batch while this process works on it. */
final class LiveBatch implements RunWatcher {
  /**
   * How many answers are asked for, or wait in queues, at once. The queues decide what a model
   * server bears; this keeps threads and memory of a large batch in bounds.
   */
  private static final int AT_ONCE = 400;

  private static final int EVENTS = 1_000;

  /** Written by whoever changes the row. */
  private volatile Batch stored;

  private final EventLog<BatchEvent> log;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private volatile boolean cancelled;

  LiveBatch(Batch stored, Topic<UUID, BatchEvent> topic) {
    this.stored = stored;
    this.cancelled = stored.isCancelled();
    this.log =
        topic.open(
            stored.id(), EVENTS, sequence -> new BatchSnapshot(stored.id(), sequence, this.stored));
  }

  UUID id() {
    return stored.id();
  }

  Batch stored() {
    return stored;
  }

  /** Its row has changed. */
  void changed(Batch row) {
    stored = row;
  }

  boolean isCancelled() {
    return cancelled;
  }

  void cancel() {
    cancelled = true;
  }

  /** Waits until a run with so many answers may begin. */
  void take(int answers) throws InterruptedException {
    places.acquire(answers);
  }

  void giveBack(int answers) {
    places.release(answers);
  }

  /** Waits until all that was begun has ended. */
  void awaitEnd() throws InterruptedException {
    places.acquire(AT_ONCE);
  }

  @Override
  public void ended(Run run, Result result, boolean isEnd) {
    log.append(sequence -> new BatchResultFinished(id(), sequence, run, result));
    giveBack(1);
  }

  void finish(Batch ended) {
    log.finish(sequence -> new BatchFinished(id(), sequence, ended));
  }
}
