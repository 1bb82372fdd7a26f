package dev.assay.prompt;

import dev.assay.access.Access;
import dev.assay.access.Owner;
import dev.assay.database.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code prompt}, read together with the newest version. */
@Singleton
final class PromptRepository {
  /** Whoever filters by text wants few; counting more would only cost. */
  private static final int MAX_FILTERED_COUNT = 10_000;

  private static final String SELECT =
      """
      select prompt.id as prompt_id, prompt.name, prompt.description, prompt.created_at as prompt_created_at,
             prompt.updated_at, prompt.removed_at,
             version.id, version.number, version.content, version.message, version.created_at
        from prompt
        join prompt_version version on version.prompt_id = prompt.id and version.number = prompt.current_version
      """;

  private final Sql sql;

  PromptRepository(Sql sql) {
    this.sql = sql;
  }

  /** Those of the prompts that the access is for, removed ones too. */
  List<Prompt> byIds(Access access, Collection<PromptId> ids) {
    return sql.list(
        SELECT + "where " + access.on("prompt") + " and prompt.id = any(?)",
        statement -> {
          int next = access.bind(statement, 1);
          statement.setArray(
              next, Sql.array(statement, "uuid", ids.stream().map(PromptId::value).toList()));
        },
        PromptRepository::read);
  }

  /**
   * The prompts that the access is for and that are not removed, the most recently changed first,
   * from behind a position.
   */
  List<Prompt> page(Access access, @Nullable String text, ListPosition after, int limit) {
    return sql.list(
        SELECT
            + "where "
            + access.on("prompt")
            + """
               and prompt.removed_at is null
               and prompt.name ilike ?
               and (prompt.updated_at, prompt.id) < (?, ?)
             order by prompt.updated_at desc, prompt.id desc
             limit ?
            """,
        statement -> {
          int next = access.bind(statement, 1);
          statement.setString(next, Sql.containing(text));
          statement.setObject(next + 1, after.updatedAt());
          statement.setObject(next + 2, after.id());
          statement.setInt(next + 3, limit);
        },
        PromptRepository::read);
  }

  /** How many stand in the list; where a text filters it, at most {@value #MAX_FILTERED_COUNT}. */
  long count(Access access, @Nullable String text) {
    return sql.list(
            "select count(*) from (select 1 from prompt where "
                + access.on("prompt")
                + " and removed_at is null and name ilike ? limit ?) as counted",
            statement -> {
              int next = access.bind(statement, 1);
              statement.setString(next, Sql.containing(text));
              statement.setLong(next + 1, text == null ? Long.MAX_VALUE : MAX_FILTERED_COUNT);
            },
            row -> row.getLong(1))
        .getFirst();
  }

  /**
   * Keeps everybody else from changing a prompt until the transaction ends; false where the access
   * is not for it.
   */
  boolean lock(Access access, PromptId id) {
    return !sql.list(
            "select 1 from prompt where " + access.on("prompt") + " and id = ? for update",
            statement -> {
              int next = access.bind(statement, 1);
              statement.setObject(next, id.value());
            },
            row -> row.getInt(1))
        .isEmpty();
  }

  /** Adds a prompt whose newest version is the first; false where the name or the id is taken. */
  boolean insert(Owner owner, PromptId id, String name, String description) {
    int inserted =
        sql.update(
            """
            insert into prompt (owner_type, owner_id, id, name, description, current_version)
            values (?, ?, ?, ?, ?, 1)
            on conflict do nothing
            """,
            statement -> {
              statement.setString(1, owner.type().name());
              statement.setObject(2, owner.id());
              statement.setObject(3, id.value());
              statement.setString(4, name);
              statement.setString(5, description);
            });
    return inserted == 1;
  }

  /** Writes what may change of a prompt. Throws {@code UniqueViolation}. */
  void update(PromptId id, String name, String description, int currentVersion) {
    sql.update(
        """
        update prompt set name = ?, description = ?, current_version = ?, updated_at = now()
         where id = ?
        """,
        statement -> {
          statement.setString(1, name);
          statement.setString(2, description);
          statement.setInt(3, currentVersion);
          statement.setObject(4, id.value());
        });
  }

  /** Takes a prompt out of the list or brings it back. Throws {@code UniqueViolation}. */
  void setRemoved(PromptId id, boolean removed) {
    sql.update(
        "update prompt set removed_at = case when ? then now() end, updated_at = now() where id ="
            + " ?",
        statement -> {
          statement.setBoolean(1, removed);
          statement.setObject(2, id.value());
        });
  }

  private static Prompt read(ResultSet row) throws SQLException {
    OffsetDateTime removedAt = row.getObject("removed_at", OffsetDateTime.class);
    return new Prompt(
        new PromptId(row.getObject("prompt_id", UUID.class)),
        row.getString("name"),
        row.getString("description"),
        VersionRepository.read(row),
        row.getObject("prompt_created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        removedAt == null ? null : removedAt.toInstant());
  }
}
