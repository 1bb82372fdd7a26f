package dev.assay.run;

import dev.assay.access.Access;
import dev.assay.access.Kind;
import dev.assay.error.AppException;
import dev.assay.graphql.Caller;
import dev.assay.graphql.Input;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What people add to their runs: notes, a winner, who else may read them, and whether they stand in
 * the lists. All but its owner are told that there is no such run.
 */
@Singleton
final class RunMarking {
  static final int MAX_NOTES_BYTES = 10_240;

  private final RunService service;
  private final RunRepository runs;
  private final RunStore store;
  private final LiveRuns live;
  private final SharedReaders shared;

  RunMarking(
      RunService service, RunRepository runs, RunStore store, LiveRuns live, SharedReaders shared) {
    this.shared = shared;
    this.service = service;
    this.runs = runs;
    this.store = store;
    this.live = live;
  }

  /** Follows {@code UpdateRunInput}: changes what is given and keeps the rest. */
  Run update(Caller caller, Input input) {
    RunId id = new RunId(input.id("runId"));
    String notes = input.has("notes") ? input.bytesOrNull("notes", MAX_NOTES_BYTES) : null;
    ResultId winner = winner(caller, id, input);
    return change(
        caller,
        id,
        marks ->
            new RunMarks(
                input.has("winnerId") ? winner : marks.winner(),
                input.has("notes") ? (notes == null ? "" : notes) : marks.notes(),
                marks.sharedAt(),
                marks.removedAt()));
  }

  private @Nullable ResultId winner(Caller caller, RunId run, Input input) {
    UUID id = input.idOrNull("winnerId");
    if (id == null) {
      return null;
    }
    ResultId winner = new ResultId(id);
    if (!run.equals(runs.runOf(Access.toChange(Kind.RUN, caller), winner))) {
      throw input.bad("winnerId", "The run has no such answer.");
    }
    return winner;
  }

  /** Lets all who are signed in read a run, and no more than that. */
  Run share(Caller caller, RunId id) {
    return change(
        caller,
        id,
        marks ->
            new RunMarks(
                marks.winner(),
                marks.notes(),
                marks.sharedAt() == null ? now() : marks.sharedAt(),
                marks.removedAt()));
  }

  /** Takes that back. */
  Run unshare(Caller caller, RunId id) {
    return change(
        caller, id, marks -> new RunMarks(marks.winner(), marks.notes(), null, marks.removedAt()));
  }

  /** Takes a run out of the lists, and stops what is left of it. */
  Run remove(Caller caller, RunId id) throws InterruptedException {
    Run run = change(caller, id, marks -> marks.removedAt() == null ? marks.removed(now()) : marks);
    return run.status().isFinal() ? run : service.cancel(caller, id);
  }

  /** Brings it back. */
  Run restore(Caller caller, RunId id) {
    return change(caller, id, marks -> marks.removed(null));
  }

  private Run change(Caller caller, RunId id, UnaryOperator<RunMarks> change) {
    Access access = Access.toChange(Kind.RUN, caller);
    RunMarks marks = store.mark(access, id, change);
    if (marks == null) {
      throw AppException.notFound("run");
    }
    LiveRun running = live.get(id);
    if (running != null) {
      running.mark(marks);
    }
    if (!marks.isReadByAll()) {
      shared.showOut(id);
    }
    return service.get(caller, id);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
