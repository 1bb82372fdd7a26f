package dev.assay.run;

import dev.assay.event.Reader;
import dev.assay.event.Topic;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The runs that this process executes now. */
@Singleton
final class LiveRuns {
  private static final int MAX_REMEMBERED_UNITS = 1024 * 1024;
  private final Topic<RunId, RunEvent> topic =
      new Topic<>(
          MAX_REMEMBERED_UNITS, RunEvent::weigh, event -> event instanceof RunEvent.TextAppended);
  private final ConcurrentHashMap<RunId, LiveRun> runs = new ConcurrentHashMap<>();

  /**
   * The results whose checkpoints are of no use any more. The heartbeat deletes them, since it
   * alone adds some: so none can be added behind the deletion.
   */
  private final Queue<UUID> ended = new ConcurrentLinkedQueue<>();

  LiveRun open(
      Run stored, List<Lane> lanes, List<LiveResult> results, Instant origin, long startNanos) {
    LiveRun run = new LiveRun(stored, lanes, results, origin, startNanos, topic);
    runs.put(run.id(), run);
    return run;
  }

  void close(LiveRun run) {
    runs.remove(run.id());
  }

  @Nullable LiveRun get(RunId id) {
    return runs.get(id);
  }

  Collection<LiveRun> all() {
    return runs.values();
  }

  /** The text of this result is stored whole. */
  void forgetCheckpoints(ResultId result) {
    ended.add(result.value());
  }

  /** Takes the results whose checkpoints can go. */
  List<UUID> takeEnded() {
    List<UUID> taken = new ArrayList<>();
    for (UUID id = ended.poll(); id != null; id = ended.poll()) {
      taken.add(id);
    }
    return taken;
  }

  /** A reader of a live run's events; null where it is not live here. */
  @Nullable Reader<RunEvent> read(RunId id, @Nullable Integer after) {
    return topic.read(id, after);
  }
}
