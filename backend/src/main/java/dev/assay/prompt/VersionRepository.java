package dev.assay.prompt;

import dev.assay.access.Access;
import dev.assay.database.JsonColumns;
import dev.assay.database.Sql;
import dev.assay.graphql.UserId;
import dev.assay.provider.ExampleTurn;
import dev.assay.provider.Parameters;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code prompt_version}, whose rows are added and read, never changed. */
@Singleton
final class VersionRepository {
  private static final String COLUMNS =
      "version.id, version.prompt_id, version.number, version.message, version.author_id,"
          + " version.created_at";

  private static final String SELECT =
      "select "
          + COLUMNS
          + " from prompt_version version join prompt on prompt.id = version.prompt_id where ";

  private final Sql sql;
  private final JsonColumns json;

  VersionRepository(Sql sql, JsonColumns json) {
    this.sql = sql;
    this.json = json;
  }

  /** Those of the versions that are of prompts that the access is for, removed ones too. */
  List<PromptVersion> byIds(Access access, Collection<PromptVersionId> ids) {
    return sql.list(
        SELECT + access.on("prompt") + " and version.id = any(?)",
        statement -> bind(statement, access, versions(ids)),
        VersionRepository::read);
  }

  /** What those of the versions say that are of prompts that the access is for. */
  Map<PromptVersionId, PromptBody> bodies(Access access, Collection<PromptVersionId> ids) {
    Map<PromptVersionId, PromptBody> bodies = new HashMap<>();
    sql.list(
        """
        select version.id, version.content, version.example_turns, version.variables,
               version.suggested_model_id, version.parameters, version.tools
          from prompt_version version
          join prompt on prompt.id = version.prompt_id
         where %s and version.id = any(?)
        """
            .formatted(access.on("prompt")),
        statement -> bind(statement, access, versions(ids)),
        row -> bodies.put(new PromptVersionId(row.getObject("id", UUID.class)), body(row)));
    return bodies;
  }

  /** The newest of each prompt that the access is for and that have a smaller number, if any. */
  List<PromptVersion> newest(
      Access access, Collection<PromptId> prompts, @Nullable Integer before, int limit) {
    return sql.list(
        """
        select %s
          from prompt
         cross join lateral (select * from prompt_version
                              where prompt_id = prompt.id and number < ?
                              order by number desc limit ?) version
         where %s and prompt.id = any(?)
         order by version.prompt_id, version.number desc
        """
            .formatted(COLUMNS, access.on("prompt")),
        statement -> {
          statement.setInt(1, before == null ? Integer.MAX_VALUE : before);
          statement.setInt(2, limit);
          int next = access.bind(statement, 3);
          statement.setArray(next, Sql.array(statement, "uuid", prompts(prompts)));
        },
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

  /** The version that a label points at, of a prompt that is not removed; null for none. */
  @Nullable PromptVersion byLabel(Access access, String name, String label) {
    return sql.one(
        """
        select %s
          from prompt
          join prompt_label label on label.prompt_id = prompt.id and label.name = ?
          join prompt_version version on version.id = label.version_id
         where %s and prompt.name = ? and prompt.removed_at is null
        """
            .formatted(COLUMNS, access.on("prompt")),
        statement -> {
          statement.setString(1, label);
          int next = access.bind(statement, 2);
          statement.setString(next, name);
        },
        VersionRepository::read);
  }

  /** How many bytes all texts of these prompts have together, about. */
  long bytes(Access access, Collection<PromptId> ids) {
    return sql.list(
            """
            select coalesce(sum(octet_length(version.content)
                                + octet_length(cast(version.example_turns as text))), 0)
              from prompt_version version
              join prompt on prompt.id = version.prompt_id
             where %s and version.prompt_id = any(?)
            """
                .formatted(access.on("prompt")),
            statement -> bind(statement, access, prompts(ids)),
            row -> row.getLong(1))
        .getFirst();
  }

  /** Adds a version. */
  void insert(PromptVersion version, PromptBody body) {
    sql.update(
        """
        insert into prompt_version (id, prompt_id, number, message, author_id, created_at, content, example_turns,
                                    variables, suggested_model_id, parameters, tools)
        values (?, ?, ?, ?, ?, least(?, now()), ?, cast(? as jsonb), cast(? as jsonb), ?, cast(? as jsonb), ?)
        """,
        statement -> {
          bindVersion(statement, version);
          bindBody(statement, body);
        });
  }

  private static void bindVersion(PreparedStatement statement, PromptVersion version)
      throws SQLException {
    UserId author = version.authorId();
    statement.setObject(1, version.id().value());
    statement.setObject(2, version.promptId().value());
    statement.setInt(3, version.number());
    statement.setString(4, version.message());
    statement.setObject(5, author == null ? null : author.value());
    statement.setObject(6, version.createdAt().atOffset(ZoneOffset.UTC));
  }

  private void bindBody(PreparedStatement statement, PromptBody body) throws SQLException {
    Tools tools = body.tools();
    statement.setString(7, body.content());
    statement.setString(8, json.write(body.exampleTurns()));
    statement.setString(9, json.write(body.variables()));
    statement.setObject(10, body.suggestedModelId());
    statement.setString(11, json.write(body.parameters()));
    statement.setString(12, tools == null ? null : tools.text());
  }

  private PromptBody body(ResultSet row) throws SQLException {
    String tools = row.getString("tools");
    return new PromptBody(
        row.getString("content"),
        json.readAll(row.getString("example_turns"), ExampleTurn[].class),
        json.readAll(row.getString("variables"), PromptVariable[].class),
        row.getObject("suggested_model_id", UUID.class),
        json.read(row.getString("parameters"), Parameters.class),
        tools == null ? null : new Tools(tools));
  }

  private static List<UUID> versions(Collection<PromptVersionId> ids) {
    return ids.stream().map(PromptVersionId::value).toList();
  }

  private static List<UUID> prompts(Collection<PromptId> ids) {
    return ids.stream().map(PromptId::value).toList();
  }

  /** Tells the number of the next parameter. */
  private static int bind(PreparedStatement statement, Access access, List<UUID> ids)
      throws SQLException {
    int next = access.bind(statement, 1);
    statement.setArray(next, Sql.array(statement, "uuid", ids));
    return next + 1;
  }

  /** Reads the columns {@code id, prompt_id, number, message, author_id, created_at}. */
  static PromptVersion read(ResultSet row) throws SQLException {
    return new PromptVersion(
        new PromptVersionId(row.getObject("id", UUID.class)),
        new PromptId(row.getObject("prompt_id", UUID.class)),
        row.getInt("number"),
        row.getString("message"),
        user(row.getObject("author_id", UUID.class)),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  /** Null stays null. */
  static @Nullable UserId user(@Nullable UUID id) {
    return id == null ? null : new UserId(id);
  }
}
