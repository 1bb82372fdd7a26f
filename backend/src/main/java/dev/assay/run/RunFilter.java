package dev.assay.run;

import dev.assay.access.Owner;
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
record RunFilter(
    @Nullable List<Status> status,
    @Nullable ModelId modelId,
    @Nullable Instant from,
    @Nullable Instant to) {
  static final String WHERE =
      """
       where owner_type = ? and owner_id = ?
         and (cast(? as text[]) is null or status = any(?))
         and (cast(? as uuid) is null or id in (select run_id from lane where model_id = ?))
         and (cast(? as timestamptz) is null or created_at >= ?)
         and (cast(? as timestamptz) is null or created_at < ?)
      """;

  static RunFilter read(Input input) {
    List<String> names = input.get("status");
    UUID model = input.idOrNull("modelId");
    return new RunFilter(
        names == null ? null : names.stream().map(Status::valueOf).toList(),
        model == null ? null : new ModelId(model),
        input.get("from"),
        input.get("to"));
  }

  /** Binds {@link #WHERE}, and tells the place of the next parameter. */
  int bind(PreparedStatement statement, Owner owner) throws SQLException {
    RunRepository.bindOwner(statement, 1, owner);
    Object names =
        status == null
            ? null
            : statement
                .getConnection()
                .createArrayOf("text", status.stream().map(Status::name).toArray());
    bindTwice(statement, 3, names);
    bindTwice(statement, 5, modelId == null ? null : modelId.value());
    bindTwice(statement, 7, from == null ? null : from.atOffset(ZoneOffset.UTC));
    bindTwice(statement, 9, to == null ? null : to.atOffset(ZoneOffset.UTC));
    return 11;
  }

  private static void bindTwice(PreparedStatement statement, int place, @Nullable Object value)
      throws SQLException {
    statement.setObject(place, value);
    statement.setObject(place + 1, value);
  }
}
