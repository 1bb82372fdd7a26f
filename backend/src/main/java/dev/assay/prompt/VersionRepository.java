package dev.assay.prompt;

import dev.assay.access.Access;
import dev.assay.database.Sql;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code prompt_version}, whose rows are added and read, never changed. */
@Singleton
final class VersionRepository {
  private static final String SELECT =
      """
      select version.id, version.prompt_id, version.number, version.content, version.message, version.created_at
        from prompt_version version
        join prompt on prompt.id = version.prompt_id
       where
      """;

  private final Sql sql;

  VersionRepository(Sql sql) {
    this.sql = sql;
  }

  /** Those of the versions that are of prompts that the access is for, removed ones too. */
  List<PromptVersion> byIds(Access access, Collection<PromptVersionId> ids) {
    List<UUID> values = ids.stream().map(PromptVersionId::value).toList();
    return sql.list(
        SELECT + access.on("prompt") + " and version.id = any(?)",
        statement -> bind(statement, access, values),
        VersionRepository::read);
  }

  /** All versions of those of the prompts that the access is for, newest first. */
  List<PromptVersion> ofPrompts(Access access, Collection<PromptId> ids) {
    List<UUID> values = ids.stream().map(PromptId::value).toList();
    return sql.list(
        SELECT
            + access.on("prompt")
            + " and version.prompt_id = any(?) order by version.prompt_id, version.number desc",
        statement -> bind(statement, access, values),
        VersionRepository::read);
  }

  /** One version of a prompt; null where there is none. */
  @Nullable PromptVersion byNumber(Access access, PromptId id, int number) {
    return sql.one(
        SELECT + access.on("prompt") + " and version.prompt_id = any(?) and version.number = ?",
        statement -> {
          int next = bind(statement, access, List.of(id.value()));
          statement.setInt(next, number);
        },
        VersionRepository::read);
  }

  void insert(PromptVersionId id, PromptId prompt, int number, String content, String message) {
    sql.update(
        "insert into prompt_version (id, prompt_id, number, content, message) values (?, ?, ?, ?,"
            + " ?)",
        statement -> {
          statement.setObject(1, id.value());
          statement.setObject(2, prompt.value());
          statement.setInt(3, number);
          statement.setString(4, content);
          statement.setString(5, message);
        });
  }

  /** Tells the number of the next parameter. */
  private static int bind(PreparedStatement statement, Access access, List<UUID> ids)
      throws SQLException {
    int next = access.bind(statement, 1);
    statement.setArray(next, Sql.array(statement, "uuid", ids));
    return next + 1;
  }

  /** Reads the columns {@code id, prompt_id, number, content, message, created_at}. */
  static PromptVersion read(ResultSet row) throws SQLException {
    return new PromptVersion(
        new PromptVersionId(row.getObject("id", UUID.class)),
        new PromptId(row.getObject("prompt_id", UUID.class)),
        row.getInt("number"),
        row.getString("content"),
        row.getString("message"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
