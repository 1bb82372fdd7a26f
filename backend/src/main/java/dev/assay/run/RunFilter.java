package dev.assay.run;

import dev.assay.access.Access;
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
 * @param from stored at this time or later
 * @param to stored before this time
 */
public record RunFilter(
    @Nullable List<Status> status,
    @Nullable ModelId modelId,
    @Nullable UUID promptId,
    @Nullable UUID promptVersionId,
    @Nullable Instant from,
    @Nullable Instant to) {
  /** Goes behind the condition that says which runs the caller may read. */
  static final String AND =
      """
         and (cast(? as text[]) is null or status = any(?))
         and (cast(? as uuid) is null or id in (select run_id from lane where model_id = ?))
         and (cast(? as uuid) is null or id in (%s))
         and (cast(? as uuid) is null or id in (%s))
         and (cast(? as timestamptz) is null or created_at >= ?)
         and (cast(? as timestamptz) is null or created_at < ?)
      """
          .formatted(
              using("(select id from prompt_version where prompt_id = ?)"),
              using("(select id from prompt_version where id = ?)"));

  /** Reads {@code RunFilter}. */
  public static RunFilter read(Input input) {
    List<String> names = input.get("status");
    UUID model = input.idOrNull("modelId");
    return new RunFilter(
        names == null ? null : names.stream().map(Status::valueOf).toList(),
        model == null ? null : new ModelId(model),
        input.idOrNull("promptId"),
        input.idOrNull("promptVersionId"),
        input.get("from"),
        input.get("to"));
  }

  /** Binds the access and {@link #AND}, and tells the place of the next parameter. */
  int bind(PreparedStatement statement, Access access) throws SQLException {
    int first = access.bind(statement, 1);
    Object names =
        status == null
            ? null
            : statement
                .getConnection()
                .createArrayOf("text", status.stream().map(Status::name).toArray());
    bindTwice(statement, first, names);
    bindTwice(statement, first + 2, modelId == null ? null : modelId.value());
    bindTwice(statement, first + 4, promptId);
    bindTwice(statement, first + 6, promptVersionId);
    bindTwice(statement, first + 8, from == null ? null : from.atOffset(ZoneOffset.UTC));
    bindTwice(statement, first + 10, to == null ? null : to.atOffset(ZoneOffset.UTC));
    return first + 12;
  }

  /** The ids of the runs whose lanes ask with one of some versions; they stand in it once. */
  private static String using(String versions) {
    return """
    with used as materialized %s
    select run.id from run join used on run.prompt_version_id = used.id
    union
    select lane.run_id from lane join used on lane.prompt_version_id = used.id\
    """
        .formatted(versions);
  }

  private static void bindTwice(PreparedStatement statement, int place, @Nullable Object value)
      throws SQLException {
    statement.setObject(place, value);
    statement.setObject(place + 1, value);
  }
}
