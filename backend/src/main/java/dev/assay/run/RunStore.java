package dev.assay.run;

import dev.assay.access.Access;
import dev.assay.database.JsonColumns;
import dev.assay.database.Sql;
import dev.assay.generation.Checkpoints;
import dev.assay.generation.Timings;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes the tables {@code run}, {@code lane} and {@code result}, for the instance that executes
 * the runs.
 */
@Singleton
public class RunStore {
  private final Sql sql;
  private final JsonColumns json;
  private final Checkpoints checkpoints;
  private final RunRepository runs;
  private final RunRows rows;

  RunStore(Sql sql, JsonColumns json, Checkpoints checkpoints, RunRepository runs, RunRows rows) {
    this.rows = rows;
    this.sql = sql;
    this.json = json;
    this.checkpoints = checkpoints;
    this.runs = runs;
  }

  /** What a new run is stored under besides itself. */
  record Key(@Nullable String idempotencyKey, byte[] requestHash) {}

  /**
   * Stores a run with its lanes and pending results. Null where the owner already used the key;
   * then nothing is stored. It is one statement: whoever waits for the first token waits for this.
   */
  @Nullable Run insert(Run run, List<Lane> lanes, List<Result> results, Key key, UUID instance) {
    return sql.one(
        """
        with stored as (
          insert into run (id, owner_type, owner_id, status, user_message, system_prompt, prompt_version_id,
                           parameters, iterations, idempotency_key, request_hash, instance_id, lease_until, variables,
                           answer_check, example_turns, batch_id, batch_position, is_waiting)
          values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, now() + make_interval(secs => ?),
                  cast(? as jsonb), cast(? as jsonb), cast(? as jsonb), ?, ?, ?)
          on conflict (owner_type, owner_id, idempotency_key) where idempotency_key is not null do nothing
          returning *
        ), lanes as (
          insert into lane (run_id, position, model_id, model_snapshot, parameters, system_prompt, prompt_version_id,
                            variables, example_turns)
          select stored.id, position, model_id, cast(model_snapshot as jsonb), cast(own_parameters as jsonb),
                 own_system_prompt, own_prompt_version_id, cast(own_variables as jsonb), cast(own_example_turns as jsonb)
            from stored, unnest(?, ?, ?, ?, ?, ?, ?, ?)
                 as lane (position, model_id, model_snapshot, own_parameters, own_system_prompt, own_prompt_version_id,
                          own_variables, own_example_turns)
        ), results as (
          insert into result (id, run_id, position, iteration, status)
          select result_id, stored.id, position, iteration, stored.status
            from stored, unnest(?, ?, ?) as result (result_id, position, iteration)
        )
        select %s from stored
        """
            .formatted(RunRepository.RUN_COLUMNS),
        statement -> {
          bindRun(statement, run, key, instance);
          bindLanes(statement, 20, lanes);
          bindResults(statement, 28, results);
        },
        rows::run);
  }

  /** Stores a run that has ended, as it ended; only its number is new. In a transaction. */
  void insertEnded(Run run, List<Lane> lanes, List<Result> results, UUID instance) {
    insert(run, lanes, results, new Key(null, new byte[0]), instance);
    sql.update(
        "update run set created_at = ?, winner_id = ?, notes = ? where id = ?",
        statement -> {
          RunMarks marks = run.marks();
          statement.setObject(1, time(run.createdAt()));
          statement.setObject(2, marks.winner() == null ? null : marks.winner().value());
          statement.setString(3, marks.notes());
          statement.setObject(4, run.id().value());
        });
    results.forEach(this::finish);
    finish(run);
  }

  private void bindRun(PreparedStatement statement, Run run, Key key, UUID instance)
      throws SQLException {
    statement.setObject(1, run.id().value());
    RunRepository.bindOwner(statement, 2, run.owner());
    statement.setString(4, run.status().name());
    statement.setString(5, run.userMessage());
    statement.setString(6, run.prompt().text());
    statement.setObject(7, run.prompt().promptVersionId());
    statement.setString(8, json.write(run.parameters()));
    statement.setInt(9, run.iterations());
    statement.setString(10, key.idempotencyKey());
    statement.setBytes(11, key.requestHash());
    statement.setObject(12, instance);
    statement.setDouble(13, Lease.DURATION.toSeconds());
    statement.setString(14, json.write(run.prompt().variables()));
    statement.setString(15, run.check() == null ? null : json.write(run.check()));
    statement.setString(16, json.write(run.prompt().exampleTurns()));
    statement.setObject(17, run.batch() == null ? null : run.batch().id());
    statement.setObject(18, run.batchPosition());
    // A batch begins its runs one after the other.
    statement.setBoolean(19, run.batch() != null);
  }

  private void bindLanes(PreparedStatement statement, int first, List<Lane> lanes)
      throws SQLException {
    setArray(statement, first, "int4", lanes.stream().map(Lane::position).toArray());
    setArray(statement, first + 1, "uuid", lanes.stream().map(RunStore::modelId).toArray());
    setArray(statement, first + 2, "text", allJson(lanes, Lane::modelSnapshot));
    setArray(statement, first + 3, "text", allJson(lanes, lane -> lane.own().parameters()));
    setArray(statement, first + 4, "text", own(lanes, SystemPrompt::text));
    setArray(statement, first + 5, "uuid", own(lanes, SystemPrompt::promptVersionId));
    setArray(statement, first + 6, "text", ownJson(lanes, SystemPrompt::variables));
    setArray(statement, first + 7, "text", ownJson(lanes, SystemPrompt::exampleTurns));
  }

  private Object[] allJson(List<Lane> lanes, Function<Lane, Object> part) {
    return lanes.stream().map(lane -> json.write(part.apply(lane))).toArray();
  }

  private static Object[] own(List<Lane> lanes, Function<SystemPrompt, @Nullable Object> part) {
    return lanes.stream()
        .map(lane -> lane.own().prompt() == null ? null : part.apply(lane.own().prompt()))
        .toArray();
  }

  private Object[] ownJson(List<Lane> lanes, Function<SystemPrompt, List<?>> part) {
    return lanes.stream()
        .map(lane -> lane.own().prompt())
        .map(own -> json.write(own == null ? List.of() : part.apply(own)))
        .toArray();
  }

  private static void bindResults(PreparedStatement statement, int first, List<Result> results)
      throws SQLException {
    setArray(statement, first, "uuid", results.stream().map(r -> r.id().value()).toArray());
    setArray(
        statement, first + 1, "int4", results.stream().map(r -> r.lane().position()).toArray());
    setArray(statement, first + 2, "int4", results.stream().map(Result::iteration).toArray());
  }

  /** A run of which a first request was sent. */
  record BegunRun(RunId id, Instant at) {}

  /** What happened since the last time, of all runs of this instance. */
  record Progress(
      List<Checkpoints.Addition> additions,
      Collection<BegunRun> begunRuns,
      Collection<ResultId> begunResults,
      Collection<UUID> endedResults) {
    boolean isEmpty() {
      return additions.isEmpty()
          && begunRuns.isEmpty()
          && begunResults.isEmpty()
          && endedResults.isEmpty();
    }
  }

  /** Writes down how far the running answers have come. */
  @Transactional
  void save(Progress progress) {
    if (!progress.begunResults().isEmpty()) {
      sql.update(
          "update result set status = 'RUNNING' where id = any(?) and status = 'PENDING'",
          statement ->
              setArray(
                  statement,
                  1,
                  "uuid",
                  progress.begunResults().stream().map(ResultId::value).toArray()));
    }
    if (!progress.begunRuns().isEmpty()) {
      saveBegun(progress.begunRuns());
    }
    if (!progress.additions().isEmpty()) {
      checkpoints.append(progress.additions());
    }
    if (!progress.endedResults().isEmpty()) {
      checkpoints.delete(progress.endedResults());
    }
  }

  private void saveBegun(Collection<BegunRun> runs) {
    sql.update(
        """
        update run set status = 'RUNNING', started_at = begun.at
          from unnest(?, ?) as begun (id, at)
         where run.id = begun.id and status = 'PENDING'
        """,
        statement -> {
          setArray(statement, 1, "uuid", runs.stream().map(run -> run.id().value()).toArray());
          setArray(statement, 2, "timestamptz", runs.stream().map(run -> time(run.at())).toArray());
        });
  }

  /** Stores a result that ended, unless somebody else already ended it. */
  void finish(Result result) {
    sql.update(
        """
        update result
           set status = ?, answer = ?, reasoning = ?, finish_reason = ?, error_code = ?, error_message = ?,
               queued_ms = ?, time_to_first_token_ms = ?, latency_ms = ?, inter_token_p50_ms = ?,
               inter_token_p99_ms = ?, tokens_per_second = ?, prompt_tokens = ?, completion_tokens = ?,
               reasoning_tokens = ?, cost = ?, attempts = ?, arrived_tokens = ?, closed_ms = ?, has_passed = ?,
               check_message = ?, finished_at = now()
         where id = ? and finished_at is null
        """,
        statement -> bindResult(statement, result));
  }

  private static void bindResult(PreparedStatement statement, Result result) throws SQLException {
    statement.setString(1, result.status().name());
    statement.setString(2, result.text());
    statement.setString(3, result.reasoning());
    statement.setString(4, result.finishReason());
    ResultError error = result.error();
    statement.setString(5, error == null ? null : error.code().name());
    statement.setString(6, error == null ? null : error.message());
    Timings timings = result.timings();
    statement.setObject(7, timings == null ? null : timings.queuedMs());
    statement.setObject(8, timings == null ? null : timings.timeToFirstTokenMs());
    statement.setObject(9, timings == null ? null : timings.latencyMs());
    statement.setObject(10, timings == null ? null : timings.interTokenP50Ms());
    statement.setObject(11, timings == null ? null : timings.interTokenP99Ms());
    statement.setObject(12, timings == null ? null : timings.tokensPerSecond());
    Usage usage = result.usage();
    statement.setObject(13, usage == null ? null : usage.promptTokens());
    statement.setObject(14, usage == null ? null : usage.completionTokens());
    statement.setObject(15, usage == null ? null : usage.reasoningTokens());
    statement.setBigDecimal(16, usage == null ? null : usage.cost());
    statement.setInt(17, result.attempts());
    statement.setObject(18, timings == null ? null : timings.arrivedTokens());
    statement.setObject(19, result.stop() == null ? null : result.stop().closedMs());
    statement.setObject(20, result.hasPassed());
    statement.setString(21, result.checkMessage());
    statement.setObject(22, result.id().value());
  }

  /** Takes a waiting run for this process. False where it does not wait any more. */
  boolean claim(RunId id, UUID instance) {
    return sql.update(
            """
            update run
               set is_waiting = false, instance_id = ?, lease_until = now() + make_interval(secs => ?)
             where id = ? and is_waiting
            """,
            statement -> {
              statement.setObject(1, instance);
              statement.setDouble(2, Lease.DURATION.toSeconds());
              statement.setObject(3, id.value());
            })
        > 0;
  }

  /** Cancels runs that nobody has begun. */
  @Transactional
  void endWaiting(Collection<RunId> ids) {
    List<UUID> ended =
        sql.list(
            """
            update run set is_waiting = false, status = 'CANCELLED', finished_at = now(), last_sequence = 1
             where id = any(?) and is_waiting
            returning id
            """,
            statement -> setArray(statement, 1, "uuid", ids.stream().map(RunId::value).toArray()),
            row -> row.getObject(1, UUID.class));
    sql.update(
        "update result set status = 'CANCELLED', finished_at = now() where run_id = any(?)",
        statement -> setArray(statement, 1, "uuid", ended.toArray()));
  }

  /** Another run takes its place in its batch. */
  void leaveBatch(RunId id) {
    sql.update(
        "update run set batch_id = null, batch_position = null where id = ?",
        statement -> statement.setObject(1, id.value()));
  }

  /** Stores that a run ended. */
  void finish(Run run) {
    sql.update(
        """
        update run
           set status = ?, started_at = ?, finished_at = ?, last_sequence = ?, elapsed_ms = ?
         where id = ? and finished_at is null
        """,
        statement -> {
          statement.setString(1, run.status().name());
          statement.setObject(2, time(run.startedAt()));
          statement.setObject(3, time(run.finishedAt()));
          statement.setInt(4, run.lastSequence());
          statement.setDouble(5, run.elapsedMs());
          statement.setObject(6, run.id().value());
        });
  }

  /** Changes what people added to a run; tells what it became, or null where there is none such. */
  @Transactional
  @Nullable RunMarks mark(Access access, RunId id, UnaryOperator<RunMarks> change) {
    RunMarks before = runs.marks(access, id);
    if (before == null) {
      return null;
    }
    RunMarks after = change.apply(before);
    sql.update(
        """
        update run
           set winner_id = ?, is_findable = is_findable and notes = ?, notes = ?, shared_at = ?, removed_at = ?
         where id = ?
        """,
        statement -> {
          statement.setObject(1, after.winner() == null ? null : after.winner().value());
          statement.setString(2, after.notes());
          statement.setString(3, after.notes());
          statement.setObject(4, time(after.sharedAt()));
          statement.setObject(5, time(after.removedAt()));
          statement.setObject(6, id.value());
        });
    return after;
  }

  private static @Nullable Object time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable UUID modelId(Lane lane) {
    return lane.modelId() == null ? null : lane.modelId().value();
  }

  private static void setArray(PreparedStatement statement, int place, String type, Object[] values)
      throws SQLException {
    Connection connection = statement.getConnection();
    statement.setArray(place, connection.createArrayOf(type, values));
  }
}
