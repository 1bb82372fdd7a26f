package dev.assay.run;

import dev.assay.access.Owner;
import dev.assay.database.Ids;
import dev.assay.database.Sql;
import dev.assay.generation.Status;
import dev.assay.graphql.Caller;
import dev.assay.model.Model;
import dev.assay.model.ModelId;
import dev.assay.model.ModelService;
import dev.assay.model.ModelTarget;
import dev.assay.run.Run.BatchPlace;
import dev.assay.run.RunStarter.Prepared;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The runs of batches, which are stored at once and begun one after the other. */
@Singleton
public class WaitingRuns {
  private static final RunStore.Key NO_KEY = new RunStore.Key(null, new byte[0]);

  private final RunStarter starter;
  private final RunStore store;
  private final RunRepository runs;
  private final LiveRuns live;
  private final RunExecutor executor;
  private final ModelService models;
  private final PromptUse promptUse;
  private final Lease lease;
  private final Sql sql;

  WaitingRuns(
      RunStarter starter,
      RunStore store,
      RunRepository runs,
      LiveRuns live,
      RunExecutor executor,
      ModelService models,
      PromptUse promptUse,
      Lease lease,
      Sql sql) {
    this.starter = starter;
    this.store = store;
    this.runs = runs;
    this.live = live;
    this.executor = executor;
    this.models = models;
    this.promptUse = promptUse;
    this.lease = lease;
    this.sql = sql;
  }

  /** Stores one run for each, in their order, all or none. Throws what {@code startRun} does. */
  @Transactional
  public void insert(Caller caller, UUID batch, List<StartRun> starts) {
    List<Lane> lanes = List.of();
    for (int position = 0; position < starts.size(); position++) {
      Prepared prepared =
          starter.prepare(caller, starts.get(position), new BatchPlace(batch, position));
      insert(prepared.draft(), prepared.lanes());
      lanes = prepared.lanes();
    }
    promptUse.count(lanes);
  }

  private void insert(Run draft, List<Lane> lanes) {
    List<Result> results = RunStarter.results(draft.id(), lanes, draft.iterations());
    Objects.requireNonNull(store.insert(draft, lanes, results, NO_KEY, lease.instance()));
  }

  /** Those of a batch that nobody has begun, in order. */
  public List<RunId> of(UUID batch) {
    return sql.list(
        "select id from run where batch_id = ? and is_waiting order by batch_position",
        statement -> statement.setObject(1, batch),
        row -> new RunId(row.getObject(1, UUID.class)));
  }

  /** Whether the process is about to end: then nothing is begun any more. */
  public boolean isStopping() {
    return executor.isStopping();
  }

  /** Begins a run, unless it does not wait any more. */
  public boolean begin(RunId id, RunWatcher watcher) {
    if (isStopping() || !store.claim(id, lease.instance())) {
      return false;
    }
    long startNanos = System.nanoTime();
    Run stored = Objects.requireNonNull(runs.find(id));
    List<Lane> lanes = runs.lanes(List.of(id)).getOrDefault(id, List.of());
    // A row is read without its texts; none has come yet.
    List<Result> results =
        runs.results(List.of(id)).getOrDefault(id, List.of()).stream()
            .map(Result::withoutTexts)
            .toList();
    Prepared prepared = new Prepared(stored, lanes, results, targets(stored.owner(), lanes));
    starter.begin(stored, prepared, Instant.now(), startNanos, watcher);
    return true;
  }

  private Map<ModelId, ModelTarget> targets(Owner owner, List<Lane> lanes) {
    List<ModelId> ids =
        lanes.stream().map(Lane::modelId).filter(Objects::nonNull).distinct().toList();
    Map<ModelId, ModelTarget> targets = new HashMap<>();
    for (Model model : models.byIds(owner, ids).values()) {
      if (model.removedAt() == null && model.whyNotAsked() == null) {
        targets.put(model.id(), models.target(model));
      }
    }
    return targets;
  }

  /** Ends what waits, and stops what runs here. */
  public void cancel(UUID batch) {
    store.endWaiting(of(batch));
    for (LiveRun run : live.all()) {
      BatchPlace place = run.stored().batch();
      if (place != null && place.id().equals(batch)) {
        run.cancel();
      }
    }
  }

  /** Whether runs of a batch are open that were begun: here, or by a process that may be gone. */
  public boolean areOpen(UUID batch) {
    return sql.one(
            """
            select 1 from run
             where batch_id = ? and status in ('PENDING', 'RUNNING') and not is_waiting limit 1
            """,
            statement -> statement.setObject(1, batch),
            row -> 1)
        != null;
  }

  /**
   * Lets those wait once more that lost their process: each leaves the batch, and a new run like it
   * takes its place.
   */
  @Transactional
  public void renewInterrupted(UUID batch) {
    List<Run> interrupted = new ArrayList<>(runs.interrupted(batch));
    Map<RunId, List<Lane>> lanes = runs.lanes(ids(interrupted));
    for (Run run : interrupted) {
      store.leaveBatch(run.id());
      insert(run.again(new RunId(Ids.next())), lanes.getOrDefault(run.id(), List.of()));
    }
  }

  /** How a batch ends whose runs all have ended. */
  public Status outcome(UUID batch) {
    return Objects.requireNonNull(
        sql.one(
            "select bool_and(status = 'FAILED') from run where batch_id = ?",
            statement -> statement.setObject(1, batch),
            row -> row.getBoolean(1) ? Status.FAILED : Status.COMPLETED));
  }

  private static Collection<RunId> ids(List<Run> some) {
    return some.stream().map(Run::id).toList();
  }
}
