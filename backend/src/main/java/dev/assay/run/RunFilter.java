package dev.assay.run;

import dev.assay.database.Sql;
import dev.assay.generation.Status;
import dev.assay.graphql.Input;
import dev.assay.model.ModelId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to list; null where anything goes.
 *
 * @param scope whose
 * @param from stored at this time or later
 * @param to stored before this time
 */
public record RunFilter(
    RunScope scope,
    @Nullable List<Status> status,
    @Nullable ModelId modelId,
    @Nullable UUID promptId,
    @Nullable UUID promptVersionId,
    @Nullable Instant from,
    @Nullable Instant to) {

  /** Reads {@code RunFilter} of the schema. */
  public static RunFilter read(Input input) {
    List<String> names = input.get("status");
    UUID model = input.idOrNull("modelId");
    String scope = input.get("scope");
    return new RunFilter(
        scope == null ? RunScope.MINE : RunScope.valueOf(scope),
        names == null ? null : names.stream().map(Status::valueOf).toList(),
        model == null ? null : new ModelId(model),
        input.idOrNull("promptId"),
        input.idOrNull("promptVersionId"),
        input.get("from"),
        input.get("to"));
  }

  /** The condition on the table {@code run}; what is not asked for does not stand in it. */
  String condition() {
    StringBuilder condition = new StringBuilder("run.removed_at is null");
    add(condition, scope == RunScope.SHARED ? scope : null, "run.shared_at is not null");
    add(condition, status, "run.status = any(?)");
    add(condition, modelId, "run.id in (select run_id from lane where model_id = ?)");
    add(condition, promptId, using("(select id from prompt_version where prompt_id = ?)"));
    add(condition, promptVersionId, using("(select id from prompt_version where id = ?)"));
    add(condition, from, "run.created_at >= ?");
    add(condition, to, "run.created_at < ?");
    return condition.toString();
  }

  /** Binds {@link #condition}, and tells the place of the next parameter. */
  int bind(PreparedStatement statement, int first) throws SQLException {
    int next = first;
    if (status != null) {
      List<String> names = status.stream().map(Status::name).toList();
      statement.setArray(next++, Sql.array(statement, "text", names));
    }
    if (modelId != null) {
      statement.setObject(next++, modelId.value());
    }
    next = bind(statement, next, promptId);
    next = bind(statement, next, promptVersionId);
    next = bind(statement, next, from == null ? null : from.atOffset(ZoneOffset.UTC));
    return bind(statement, next, to == null ? null : to.atOffset(ZoneOffset.UTC));
  }

  private static void add(StringBuilder condition, @Nullable Object wish, String part) {
    if (wish != null) {
      condition.append(" and ").append(part);
    }
  }

  private static int bind(PreparedStatement statement, int place, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      return place;
    }
    statement.setObject(place, value);
    return place + 1;
  }

  /** The runs whose lanes ask with one of some versions; they stand in it once. */
  private static String using(String versions) {
    return """
    run.id in (with used as materialized %s
               select run.id from run join used on run.prompt_version_id = used.id
               union
               select lane.run_id from lane join used on lane.prompt_version_id = used.id)\
    """
        .formatted(versions);
  }
}
