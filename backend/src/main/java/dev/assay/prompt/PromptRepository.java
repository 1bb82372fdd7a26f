package dev.assay.prompt;

import dev.assay.access.Access;
import dev.assay.access.Owner;
import dev.assay.database.Sql;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code prompt}, read together with the newest version. */
@Singleton
final class PromptRepository {
  private static final int MAX_TAGS = 500;

  private static final String SELECT =
      """
      select prompt.id as prompt_id, prompt.name, prompt.description, prompt.tags, prompt.is_starred, prompt.use_count,
             prompt.last_used_at, prompt.created_at as prompt_created_at, prompt.updated_at, prompt.removed_at,
             version.id, version.number, version.message, version.author_id, version.created_at
        from prompt
        join prompt_version version on version.prompt_id = prompt.id and version.number = prompt.current_version
       where
      """;

  private final Sql sql;

  PromptRepository(Sql sql) {
    this.sql = sql;
  }

  /** Those of the prompts that the access is for, removed ones too. */
  List<Prompt> byIds(Access access, Collection<PromptId> ids) {
    return sql.list(
        SELECT + access.on("prompt") + " and prompt.id = any(?)",
        statement -> {
          int next = access.bind(statement, 1);
          statement.setArray(
              next, Sql.array(statement, "uuid", ids.stream().map(PromptId::value).toList()));
        },
        PromptRepository::read);
  }

  /** The tags of the prompts that are not removed, the most used first. */
  List<PromptTag> tags(Access access) {
    return sql.list(
        """
        select tag, count(*) from prompt cross join unnest(tags) tag
         where %s and removed_at is null
         group by tag order by 2 desc, 1 limit ?
        """
            .formatted(access.on("prompt")),
        statement -> {
          int next = access.bind(statement, 1);
          statement.setInt(next, MAX_TAGS);
        },
        row -> new PromptTag(row.getString(1), row.getInt(2)));
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

  /** What a new row holds besides what every new row does. */
  record Row(
      PromptId id,
      String name,
      String description,
      List<String> tags,
      int currentVersion,
      Instant createdAt) {}

  /** Adds a prompt; false where the name or the id is taken. */
  boolean insert(Owner owner, Row row) {
    int inserted =
        sql.update(
            """
            insert into prompt (owner_type, owner_id, id, name, description, tags, current_version, created_at)
            values (?, ?, ?, ?, ?, ?, ?, least(?, now()))
            on conflict do nothing
            """,
            statement -> {
              statement.setString(1, owner.type().name());
              statement.setObject(2, owner.id());
              statement.setObject(3, row.id().value());
              statement.setString(4, row.name());
              statement.setString(5, row.description());
              statement.setArray(6, Sql.array(statement, "text", row.tags()));
              statement.setInt(7, row.currentVersion());
              statement.setObject(8, row.createdAt().atOffset(ZoneOffset.UTC));
            });
    return inserted == 1;
  }

  /** Writes what may change of a prompt. Throws {@code UniqueViolation}. */
  void update(PromptId id, String name, String description, List<String> tags, int currentVersion) {
    sql.update(
        """
        update prompt set name = ?, description = ?, tags = ?, current_version = ?, updated_at = now()
         where id = ?
        """,
        statement -> {
          statement.setString(1, name);
          statement.setString(2, description);
          statement.setArray(3, Sql.array(statement, "text", tags));
          statement.setInt(4, currentVersion);
          statement.setObject(5, id.value());
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

  /** Marks a prompt, or takes the mark away. */
  void setStarred(PromptId id, boolean starred) {
    sql.update(
        "update prompt set is_starred = ? where id = ?",
        statement -> {
          statement.setBoolean(1, starred);
          statement.setObject(2, id.value());
        });
  }

  /** Counts one use of each prompt that these are versions of. */
  void countUse(Collection<PromptVersionId> versions) {
    sql.update(
        """
        update prompt set use_count = use_count + 1, last_used_at = now()
         where id in (select id from prompt
                       where id in (select prompt_id from prompt_version where id = any(?))
                       order by id for update)
        """,
        statement ->
            statement.setArray(
                1,
                Sql.array(
                    statement, "uuid", versions.stream().map(PromptVersionId::value).toList())));
  }

  private static Prompt read(ResultSet row) throws SQLException {
    OffsetDateTime lastUsedAt = row.getObject("last_used_at", OffsetDateTime.class);
    return new Prompt(
        new PromptId(row.getObject("prompt_id", UUID.class)),
        row.getString("name"),
        row.getString("description"),
        texts(row.getArray("tags")),
        row.getBoolean("is_starred"),
        VersionRepository.read(row),
        row.getInt("use_count"),
        lastUsedAt.equals(OffsetDateTime.MIN) ? null : lastUsedAt.toInstant(),
        row.getObject("prompt_created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        moment(row.getObject("removed_at", OffsetDateTime.class)));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static @Nullable Instant moment(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
