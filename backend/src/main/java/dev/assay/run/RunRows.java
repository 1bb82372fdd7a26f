package dev.assay.run;

import dev.assay.access.Owner;
import dev.assay.database.JsonColumns;
import dev.assay.error.ErrorCode;
import dev.assay.generation.Status;
import dev.assay.generation.Timings;
import dev.assay.model.ModelId;
import dev.assay.provider.ExampleTurn;
import dev.assay.provider.Parameters;
import dev.assay.run.check.Check;
import dev.assay.run.check.Verdict;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes values of the rows that the run's queries select. */
@Singleton
final class RunRows {
  private final JsonColumns json;

  RunRows(JsonColumns json) {
    this.json = json;
  }

  Run run(ResultSet row) throws SQLException {
    return new Run(
        new RunId(row.getObject("id", UUID.class)),
        row.getLong("number"),
        new Owner(
            Owner.Type.valueOf(row.getString("owner_type")), row.getObject("owner_id", UUID.class)),
        Status.valueOf(row.getString("status")),
        row.getString("user_message"),
        sharedPrompt(row),
        json.read(row.getString("parameters"), Parameters.class),
        row.getInt("iterations"),
        row.getTimestamp("created_at").toInstant(),
        instant(row, "started_at"),
        instant(row, "finished_at"),
        row.getInt("last_sequence"),
        row.getDouble("elapsed_ms"),
        row.getString("answer_check") == null
            ? null
            : json.read(row.getString("answer_check"), Check.class),
        marks(row),
        batch(row),
        null);
  }

  private static Run.@Nullable BatchPlace batch(ResultSet row) throws SQLException {
    UUID batch = row.getObject("batch_id", UUID.class);
    return batch == null ? null : new Run.BatchPlace(batch, row.getInt("batch_position"));
  }

  static RunMarks marks(ResultSet row) throws SQLException {
    UUID winner = row.getObject("winner_id", UUID.class);
    return new RunMarks(
        winner == null ? null : new ResultId(winner),
        row.getString("notes"),
        instant(row, "shared_at"),
        instant(row, "removed_at"));
  }

  /** A lane, from a row that also holds what its run shares. */
  Lane lane(ResultSet row) throws SQLException {
    UUID modelId = row.getObject("model_id", UUID.class);
    return Lane.of(
        new RunId(row.getObject("run_id", UUID.class)),
        row.getInt("position"),
        modelId == null ? null : new ModelId(modelId),
        json.read(row.getString("model_snapshot"), ModelSnapshot.class),
        new Lane.Own(json.read(row.getString("own_parameters"), Parameters.class), ownPrompt(row)),
        json.read(row.getString("parameters"), Parameters.class),
        sharedPrompt(row));
  }

  /** A result without its texts. */
  static Result result(ResultSet row, Lane lane) throws SQLException {
    Status status = Status.valueOf(row.getString("status"));
    Timings timings = status == Status.PENDING ? null : timings(row);
    return new Result(
        new ResultId(row.getObject("id", UUID.class)),
        new RunId(row.getObject("run_id", UUID.class)),
        lane,
        row.getInt("iteration"),
        status,
        null,
        null,
        row.getString("finish_reason"),
        error(row),
        timings,
        usage(row),
        row.getInt("attempts"),
        null,
        Result.Stop.of(status, lane, row.getObject("closed_ms", Double.class), timings),
        verdict(row));
  }

  private SystemPrompt sharedPrompt(ResultSet row) throws SQLException {
    return new SystemPrompt(
        row.getString("system_prompt"),
        row.getObject("prompt_version_id", UUID.class),
        json.readAll(row.getString("variables"), Variable[].class),
        json.readAll(row.getString("example_turns"), ExampleTurn[].class));
  }

  private @Nullable SystemPrompt ownPrompt(ResultSet row) throws SQLException {
    String text = row.getString("own_system_prompt");
    return text == null
        ? null
        : new SystemPrompt(
            text,
            row.getObject("own_prompt_version_id", UUID.class),
            json.readAll(row.getString("own_variables"), Variable[].class),
            json.readAll(row.getString("own_example_turns"), ExampleTurn[].class));
  }

  private static @Nullable ResultError error(ResultSet row) throws SQLException {
    String code = row.getString("error_code");
    return code == null
        ? null
        : new ResultError(ErrorCode.valueOf(code), row.getString("error_message"));
  }

  private static Timings timings(ResultSet row) throws SQLException {
    return new Timings(
        row.getObject("queued_ms", Double.class),
        row.getObject("time_to_first_token_ms", Double.class),
        row.getObject("latency_ms", Double.class),
        row.getObject("inter_token_p50_ms", Double.class),
        row.getObject("inter_token_p99_ms", Double.class),
        row.getObject("tokens_per_second", Double.class),
        row.getObject("arrived_tokens", Integer.class));
  }

  private static @Nullable Verdict verdict(ResultSet row) throws SQLException {
    Boolean hasPassed = row.getObject("has_passed", Boolean.class);
    return hasPassed == null ? null : new Verdict(hasPassed, row.getString("check_message"));
  }

  private static @Nullable Usage usage(ResultSet row) throws SQLException {
    Usage usage =
        new Usage(
            row.getObject("prompt_tokens", Integer.class),
            row.getObject("completion_tokens", Integer.class),
            row.getObject("reasoning_tokens", Integer.class),
            row.getBigDecimal("cost"));
    return usage.equals(new Usage(null, null, null, null)) ? null : usage;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
