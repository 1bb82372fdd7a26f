package dev.assay.prompt;

import dev.assay.access.Access;
import dev.assay.database.PageRequest;
import dev.assay.database.Sql;
import dev.assay.graphql.UserId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables {@code prompt_label} and {@code prompt_label_move}. */
@Singleton
final class LabelRepository {
  private final Sql sql;

  LabelRepository(Sql sql) {
    this.sql = sql;
  }

  /** The labels of those of the prompts that the access is for, in the order of their names. */
  List<PromptLabel> ofPrompts(Access access, Collection<PromptId> ids) {
    return sql.list(
        """
        select label.prompt_id, label.name, label.version_id, label.moved_at, label.moved_by
          from prompt_label label
          join prompt on prompt.id = label.prompt_id
         where %s and label.prompt_id = any(?)
         order by label.prompt_id, label.name collate "C"
        """
            .formatted(access.on("prompt")),
        statement -> {
          int next = access.bind(statement, 1);
          statement.setArray(
              next, Sql.array(statement, "uuid", ids.stream().map(PromptId::value).toList()));
        },
        LabelRepository::label);
  }

  /** What happened to the labels of a prompt that the access is for, newest first. */
  List<PromptLabelMove> moves(Access access, PromptId id, PageRequest page) {
    UUID after = page.afterId();
    return sql.list(
        """
        select move.id, move.label, move.from_version_id, move.to_version_id, move.moved_at, move.moved_by
          from prompt_label_move move
          join prompt on prompt.id = move.prompt_id
         where %s and move.prompt_id = ? and (cast(? as uuid) is null or move.id < ?)
         order by move.id desc
         limit ?
        """
            .formatted(access.on("prompt")),
        statement -> {
          int next = access.bind(statement, 1);
          statement.setObject(next, id.value());
          statement.setObject(next + 1, after);
          statement.setObject(next + 2, after);
          statement.setInt(next + 3, page.limit());
        },
        LabelRepository::move);
  }

  /** How many moves there were. */
  long countMoves(Access access, PromptId id) {
    return sql.list(
            """
            select count(*) from prompt_label_move move
              join prompt on prompt.id = move.prompt_id
             where %s and move.prompt_id = ?
            """
                .formatted(access.on("prompt")),
            statement -> {
              int next = access.bind(statement, 1);
              statement.setObject(next, id.value());
            },
            row -> row.getLong(1))
        .getFirst();
  }

  /** Points a label at a version. */
  void save(PromptLabel label) {
    sql.update(
        """
        insert into prompt_label (prompt_id, name, version_id, moved_at, moved_by)
        values (?, ?, ?, least(?, now()), ?)
        on conflict (prompt_id, name) do update
           set version_id = excluded.version_id, moved_at = excluded.moved_at, moved_by = excluded.moved_by
        """,
        statement -> {
          statement.setObject(1, label.promptId().value());
          statement.setString(2, label.name());
          statement.setObject(3, label.versionId().value());
          statement.setObject(4, label.movedAt().atOffset(ZoneOffset.UTC));
          statement.setObject(5, value(label.movedBy()));
        });
  }

  /** Takes a label off. */
  void delete(PromptId id, String name) {
    sql.update(
        "delete from prompt_label where prompt_id = ? and name = ?",
        statement -> {
          statement.setObject(1, id.value());
          statement.setString(2, name);
        });
  }

  /** Adds to the history. */
  void log(PromptId id, PromptLabelMove move) {
    sql.update(
        """
        insert into prompt_label_move (prompt_id, id, label, from_version_id, to_version_id, moved_at, moved_by)
        values (?, ?, ?, ?, ?, least(?, now()), ?)
        """,
        statement -> {
          statement.setObject(1, id.value());
          statement.setObject(2, move.id());
          statement.setString(3, move.label());
          statement.setObject(4, value(move.from()));
          statement.setObject(5, value(move.to()));
          statement.setObject(6, move.movedAt().atOffset(ZoneOffset.UTC));
          statement.setObject(7, value(move.movedBy()));
        });
  }

  private static PromptLabel label(ResultSet row) throws SQLException {
    return new PromptLabel(
        new PromptId(row.getObject("prompt_id", UUID.class)),
        row.getString("name"),
        new PromptVersionId(row.getObject("version_id", UUID.class)),
        row.getObject("moved_at", OffsetDateTime.class).toInstant(),
        VersionRepository.user(row.getObject("moved_by", UUID.class)));
  }

  private static PromptLabelMove move(ResultSet row) throws SQLException {
    return new PromptLabelMove(
        row.getObject("id", UUID.class),
        row.getString("label"),
        version(row.getObject("from_version_id", UUID.class)),
        version(row.getObject("to_version_id", UUID.class)),
        row.getObject("moved_at", OffsetDateTime.class).toInstant(),
        VersionRepository.user(row.getObject("moved_by", UUID.class)));
  }

  private static @Nullable PromptVersionId version(@Nullable UUID id) {
    return id == null ? null : new PromptVersionId(id);
  }

  private static @Nullable UUID value(@Nullable PromptVersionId id) {
    return id == null ? null : id.value();
  }

  private static @Nullable UUID value(@Nullable UserId id) {
    return id == null ? null : id.value();
  }
}
