package dev.assay.run;

import dev.assay.event.Reader;
import dev.assay.run.RunEvent.RunFinished;
import dev.assay.run.RunEvent.RunSnapshot;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a run that this process does not execute: one that has ended, or one whose process is gone
 * or elsewhere. The latter is looked at twice a second until it has ended.
 */
final class StoredRunReader implements Reader<RunEvent> {
  private static final long LOOK_EVERY_MS = 500;
  private final Supplier<Run> load;
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable Integer seen;
  private boolean done = false;

  /** Read once: what has ended does not change between its last two events. */
  private @Nullable Run ended;

  /**
   * @param load reads the run with its parts
   * @param after the last event that the reader has seen; null for none
   */
  StoredRunReader(Supplier<Run> load, @Nullable Integer after) {
    this.load = load;
    this.seen = after;
  }

  @Override
  public @Nullable RunEvent next() throws InterruptedException {
    while (!done && closed.getCount() > 0) {
      Run run = ended == null ? load.get() : ended;
      RunEvent event = run.status().isFinal() ? ending(run) : running(run);
      if (event != null || done) {
        return event;
      }
      boolean _ = closed.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }
    return null;
  }

  /** The last event is given once, after a snapshot where more than it is missing. */
  private @Nullable RunEvent ending(Run run) {
    int last = run.lastSequence();
    if (seen != null && seen == last) {
      done = true;
      return null;
    }
    if (seen != null && seen == last - 1) {
      done = true;
      return new RunFinished(run.id(), last, run.elapsedMs(), run);
    }
    seen = last - 1;
    ended = run;
    return new RunSnapshot(run.id(), last - 1, run.elapsedMs(), run);
  }

  /** One snapshot of what was checkpointed; then there is nothing to tell before the end. */
  private @Nullable RunEvent running(Run run) {
    if (seen != null && seen == 0) {
      return null;
    }
    seen = 0;
    return new RunSnapshot(run.id(), 0, 0, run);
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
