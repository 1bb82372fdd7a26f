package dev.assay.run;

import dev.assay.access.Owner;
import dev.assay.database.Ids;
import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.generation.Status;
import dev.assay.graphql.Caller;
import dev.assay.model.Model;
import dev.assay.model.ModelId;
import dev.assay.model.ModelService;
import dev.assay.model.ModelTarget;
import dev.assay.run.StartRun.LaneDraft;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns what somebody asked for into a stored run, and begins it. */
@Singleton
final class RunStarter {
  private final ModelService models;
  private final SystemPrompts prompts;
  private final PromptUse promptUse;
  private final RunRepository runs;
  private final RunStore store;
  private final LiveRuns live;
  private final RunExecutor executor;
  private final Lease lease;
  private final ExtraFields extraFields;

  RunStarter(
      ModelService models,
      SystemPrompts prompts,
      PromptUse promptUse,
      RunRepository runs,
      RunStore store,
      LiveRuns live,
      RunExecutor executor,
      Lease lease,
      ExtraFields extraFields) {
    this.models = models;
    this.prompts = prompts;
    this.promptUse = promptUse;
    this.runs = runs;
    this.store = store;
    this.live = live;
    this.executor = executor;
    this.lease = lease;
    this.extraFields = extraFields;
  }

  Run start(Caller caller, StartRun start) {
    long startNanos = System.nanoTime();
    Owner owner = Owner.of(caller);
    byte[] hash = Fingerprint.of(start);
    Run earlier = earlier(owner, start.idempotencyKey(), hash);
    if (earlier != null) {
      return earlier;
    }
    Prepared prepared = prepare(caller, start, null);
    RunStore.Key key = new RunStore.Key(start.idempotencyKey(), hash);
    Run stored =
        store.insert(prepared.draft(), prepared.lanes(), prepared.results(), key, lease.instance());
    if (stored == null) {
      return Objects.requireNonNull(earlier(owner, start.idempotencyKey(), hash));
    }
    Run answer = begin(stored, prepared, stored.createdAt(), startNanos, RunWatcher.NONE);
    promptUse.count(prepared.lanes());
    return answer;
  }

  /** A run that can be stored. */
  record Prepared(
      Run draft, List<Lane> lanes, List<Result> results, Map<ModelId, ModelTarget> targets) {}

  /** Finds everything that a run needs. Throws what {@code startRun} does. */
  Prepared prepare(Caller caller, StartRun start, Run.@Nullable BatchPlace batch) {
    Map<ModelId, ModelTarget> targets = targets(caller, start.lanes());
    SystemPrompts.Resolved resolved = prompts.resolve(caller, start);
    Run draft = draft(caller, start, resolved.shared(), batch);
    List<Lane> lanes = lanes(start, draft, resolved.own(), targets);
    return new Prepared(draft, lanes, results(draft.id(), lanes, start.iterations()), targets);
  }

  /**
   * Begins a stored run, and tells how it is then.
   *
   * @param origin the calendar's time at {@code startNanos}
   */
  Run begin(Run stored, Prepared prepared, Instant origin, long startNanos, RunWatcher watcher) {
    List<LiveResult> results =
        prepared.results().stream()
            .map(result -> new LiveResult(result, prepared.targets().get(result.lane().modelId())))
            .toList();
    LiveRun run = live.open(stored, prepared.lanes(), results, origin, startNanos);
    Run answer = run.now();
    executor.execute(run, watcher);
    return answer;
  }

  /** The run that this key already started; null where there is none. */
  private @Nullable Run earlier(Owner owner, @Nullable String key, byte[] hash) {
    RunRepository.Keyed keyed = key == null ? null : runs.findByKey(owner, key);
    if (keyed == null) {
      return null;
    }
    if (!Arrays.equals(keyed.requestHash(), hash)) {
      throw new AppException(
          ErrorCode.CONFLICT,
          "This idempotency key already started another run.",
          Map.of("field", "input.idempotencyKey"));
    }
    LiveRun running = live.get(keyed.id());
    return running != null ? running.now() : runs.find(keyed.id());
  }

  private Map<ModelId, ModelTarget> targets(Caller caller, List<LaneDraft> lanes) {
    Map<ModelId, Model> found =
        models.byIds(caller, lanes.stream().map(LaneDraft::modelId).distinct().toList());
    Map<ModelId, ModelTarget> targets = new HashMap<>();
    for (LaneDraft lane : lanes) {
      Model model = found.get(lane.modelId());
      if (model == null || model.removedAt() != null) {
        throw new AppException(
            ErrorCode.NOT_FOUND,
            model == null
                ? "There is no such model."
                : "The model " + model.name() + " was removed. Restore it or choose another.",
            Map.of("field", lane.field()));
      }
      String whyNot = model.whyNotAsked();
      if (whyNot != null) {
        throw AppException.badInput(lane.field(), whyNot);
      }
      targets.computeIfAbsent(lane.modelId(), _ -> models.target(model));
    }
    return targets;
  }

  private static Run draft(
      Caller caller, StartRun start, SystemPrompt prompt, Run.@Nullable BatchPlace batch) {
    return new Run(
        new RunId(Ids.next()),
        0,
        Owner.of(caller),
        Status.PENDING,
        start.userMessage(),
        prompt,
        start.parameters(),
        start.iterations(),
        Instant.now(),
        null,
        null,
        0,
        0,
        start.check(),
        RunMarks.NONE,
        batch,
        null);
  }

  private List<Lane> lanes(
      StartRun start,
      Run run,
      List<@Nullable SystemPrompt> prompts,
      Map<ModelId, ModelTarget> targets) {
    List<Lane> lanes = new ArrayList<>();
    for (LaneDraft draft : start.lanes()) {
      Lane.Own own = new Lane.Own(draft.parameters(), prompts.get(lanes.size()));
      Model model = Objects.requireNonNull(targets.get(draft.modelId())).model();
      extraFields.check(model.protocol(), run.parameters(), draft);
      lanes.add(
          Lane.of(
              run.id(),
              lanes.size(),
              model.id(),
              ModelSnapshot.of(model),
              own,
              run.parameters(),
              run.prompt()));
    }
    return lanes;
  }

  static List<Result> results(RunId run, List<Lane> lanes, int iterations) {
    return lanes.stream()
        .flatMap(lane ->
            IntStream.rangeClosed(1, iterations)
                .mapToObj(iteration -> pending(run, lane, iteration)))
        .toList();
  }

  private static Result pending(RunId run, Lane lane, int iteration) {
    return new Result(
        new ResultId(Ids.next()),
        run,
        lane,
        iteration,
        Status.PENDING,
        "",
        "",
        null,
        null,
        null,
        null,
        1,
        null,
        null,
        null);
  }
}
