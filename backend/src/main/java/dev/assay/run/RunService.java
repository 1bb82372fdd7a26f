package dev.assay.run;

import dev.assay.access.Access;
import dev.assay.access.Kind;
import dev.assay.access.Owner;
import dev.assay.database.Connection;
import dev.assay.database.PageRequest;
import dev.assay.error.AppException;
import dev.assay.event.Reader;
import dev.assay.graphql.Caller;
import dev.assay.run.Run.Parts;
import dev.assay.run.RunRepository.Query;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts, finds, follows and stops the caller's runs. */
@Singleton
public class RunService {
  /**
   * How long a cancelling call waits for what it cancelled to end; closing a socket takes far less.
   */
  private static final long CANCEL_WAIT_MS = 2_000;

  private final RunStarter starter;
  private final RunRepository runs;
  private final RunStore store;
  private final LiveRuns live;
  private final SharedReaders shared;

  RunService(
      RunStarter starter, RunRepository runs, RunStore store, LiveRuns live, SharedReaders shared) {
    this.store = store;
    this.shared = shared;
    this.starter = starter;
    this.runs = runs;
    this.live = live;
  }

  /** Stores a run and begins it. The same idempotency key answers with the first call's run. */
  Run start(Caller caller, StartRun start) {
    return starter.start(caller, start);
  }

  /** Starts a run like an earlier one. */
  Run rerun(Caller caller, RunId id) {
    Run run = get(caller, id);
    List<Lane> lanes = parts(run).lanes();
    boolean isOwn = run.owner().equals(Owner.of(caller));
    return starter.start(caller, Rerun.of(run, lanes, isOwn));
  }

  /** The caller's run as it is now. Throws {@code NOT_FOUND}. */
  Run get(Caller caller, RunId id) {
    return get(Access.toRead(Kind.RUN, caller), id);
  }

  private Run get(Access access, RunId id) {
    Run run = runs.find(access, id);
    if (run == null) {
      throw AppException.notFound("run");
    }
    return current(run);
  }

  /** A page of the caller's runs, newest first. */
  Connection<Run> list(Caller caller, PageRequest page, RunFilter filter) {
    Access access = access(caller, filter);
    Query query = new Query(access, Owner.of(caller), filter, page.afterId(), page.limit());
    List<Run> rows = runs.page(query).stream().map(this::current).toList();
    return Connection.of(rows, page, run -> run.id().toString(), () -> runs.count(query));
  }

  /** The runs of a batch in their order; who asks has seen that the caller owns it. */
  public Connection<Run> ofBatch(UUID batch, PageRequest page) {
    List<Run> rows =
        runs.ofBatch(batch, page.afterNumber(), page.limit()).stream().map(this::current).toList();
    return Connection.of(
        rows, page, run -> String.valueOf(run.batchPosition()), () -> runs.countOfBatch(batch));
  }

  /** What of the runs that a filter lets through the caller may list. */
  static Access access(Caller caller, RunFilter filter) {
    return filter.scope() == RunScope.MINE ? Access.toOwn(caller) : Access.toRead(Kind.RUN, caller);
  }

  /** Stops all that has not ended, and answers once it has, or after a short while. */
  Run cancel(Caller caller, RunId id) throws InterruptedException {
    Run run = get(Access.toChange(Kind.RUN, caller), id);
    LiveRun running = live.get(run.id());
    if (running != null) {
      running.cancel();
      running.awaitFinish(CANCEL_WAIT_MS);
      return running.now();
    }
    if (run.status().isFinal() || run.batch() == null) {
      return run;
    }
    // It may wait for its batch.
    store.endWaiting(List.of(id));
    return get(caller, id);
  }

  /** Stops one result, and answers once it has ended, or after a short while. */
  Result cancel(Caller caller, ResultId id) throws InterruptedException {
    RunId runId = runs.runOf(Access.toChange(Kind.RUN, caller), id);
    if (runId == null) {
      throw AppException.notFound("result");
    }
    LiveRun running = live.get(runId);
    if (running == null) {
      return only(parts(get(caller, runId)).results(), id);
    }
    running.cancel(id, CANCEL_WAIT_MS);
    return only(parts(running.now()).results(), id);
  }

  /**
   * Opens readers of a run's events. Throws {@code NOT_FOUND}; so does a reader, once its caller
   * may not read the run any more.
   */
  Supplier<Reader<RunEvent>> events(Caller caller, RunId id, @Nullable Integer after) {
    boolean isOwn = get(caller, id).owner().equals(Owner.of(caller));
    return isOwn ? () -> reader(caller, id, after) : () -> sharedReader(caller, id, after);
  }

  private Reader<RunEvent> sharedReader(Caller caller, RunId id, @Nullable Integer after) {
    Reader<RunEvent> reader = shared.admit(id, reader(caller, id, after));
    try {
      get(caller, id);
      return reader;
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private Reader<RunEvent> reader(Caller caller, RunId id, @Nullable Integer after) {
    Reader<RunEvent> reader = live.read(id, after);
    return reader != null ? reader : new StoredRunReader(() -> whole(get(caller, id)), after);
  }

  /** A run that was read, as it is now: with its parts where this process executes it. */
  Run current(Run row) {
    LiveRun running = row.status().isFinal() ? null : live.get(row.id());
    return running == null ? row : running.now();
  }

  private Run whole(Run run) {
    return run.with(parts(run));
  }

  private Parts parts(Run run) {
    Parts known = run.parts();
    if (known != null) {
      return known;
    }
    List<RunId> ids = List.of(run.id());
    return new Parts(
        runs.lanes(ids).getOrDefault(run.id(), List.of()),
        runs.results(ids).getOrDefault(run.id(), List.of()));
  }

  private static Result only(List<Result> results, ResultId id) {
    return results.stream().filter(result -> result.id().equals(id)).findFirst().orElseThrow();
  }
}
