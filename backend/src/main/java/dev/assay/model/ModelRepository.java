package dev.assay.model;

import dev.assay.access.Access;
import dev.assay.access.Owner;
import dev.assay.database.PageRequest;
import dev.assay.database.Sql;
import dev.assay.provider.Protocol;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code model}, read together with its server. */
@Singleton
final class ModelRepository {
  private static final String SELECT =
      """
      select model.id, model.server_id, model.owner_type, model.owner_id, model.name, model.model_name,
             server.address, server.protocol, server.api_key is not null as has_api_key, server.is_simulated,
             model.type, model.context_length, model.max_tokens, model.input_price_per_million,
             model.output_price_per_million, model.notes, model.created_at, model.updated_at, model.removed_at
        from model join model_server server on server.id = model.server_id
      """;

  private final Sql sql;

  ModelRepository(Sql sql) {
    this.sql = sql;
  }

  /** Those of the models that the access is for, removed ones too. */
  List<Model> byIds(Access access, Collection<ModelId> ids) {
    return sql.list(
        SELECT + " where " + access.on("model") + " and model.id = any(?)",
        statement -> {
          int next = access.bind(statement, 1);
          statement.setArray(next, uuids(statement, ids));
        },
        ModelRepository::read);
  }

  /** A page in the order of names. A cursor is the id of the model behind which it begins. */
  List<Model> page(Access access, PageRequest page, @Nullable String text) {
    UUID after = page.afterId();
    return sql.list(
        SELECT
            + " where "
            + access.on("model")
            + """
               and model.removed_at is null
               and (model.name ilike ? or model.model_name ilike ?)
               and (cast(? as uuid) is null or (lower(model.name), model.id)
                    > (select lower(seen.name), seen.id from model seen where seen.id = ?))
             order by lower(model.name), model.id
             limit ?
            """,
        statement -> {
          int next = access.bind(statement, 1);
          String pattern = like(text);
          statement.setString(next, pattern);
          statement.setString(next + 1, pattern);
          statement.setObject(next + 2, after);
          statement.setObject(next + 3, after);
          statement.setInt(next + 4, page.limit());
        },
        ModelRepository::read);
  }

  /** How many stand in the list, at most 10,000 where a text filters it. */
  long count(Access access, @Nullable String text) {
    return sql.list(
            "select count(*) from (select 1 from model where "
                + access.on("model")
                + " and removed_at is null and (name ilike ? or model_name ilike ?) limit ?)"
                + " as counted",
            statement -> {
              int next = access.bind(statement, 1);
              String pattern = like(text);
              statement.setString(next, pattern);
              statement.setString(next + 1, pattern);
              statement.setLong(next + 2, text == null ? Long.MAX_VALUE : 10_000);
            },
            row -> row.getLong(1))
        .getFirst();
  }

  void insert(ModelId id, ServerId server, Owner owner, Draft draft) {
    sql.update(
        """
        insert into model (id, server_id, owner_type, owner_id, name, model_name, type, context_length, max_tokens,
                           input_price_per_million, output_price_per_million, notes)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        statement -> {
          statement.setObject(1, id.value());
          statement.setObject(2, server.value());
          statement.setString(3, owner.type().name());
          statement.setObject(4, owner.id());
          bindDraft(statement, 5, draft);
        });
  }

  void update(ModelId id, ServerId server, Draft draft) {
    sql.update(
        """
        update model
           set server_id = ?, name = ?, model_name = ?, type = ?, context_length = ?, max_tokens = ?,
               input_price_per_million = ?, output_price_per_million = ?, notes = ?, updated_at = now()
         where id = ?
        """,
        statement -> {
          statement.setObject(1, server.value());
          bindDraft(statement, 2, draft);
          statement.setObject(10, id.value());
        });
  }

  void setRemoved(ModelId id, boolean removed) {
    sql.update(
        """
        update model
           set removed_at = case when ? then coalesce(removed_at, now()) end, updated_at = now()
         where id = ?
        """,
        statement -> {
          statement.setBoolean(1, removed);
          statement.setObject(2, id.value());
        });
  }

  /** What a person writes of a model. */
  record Draft(String name, String modelName, ModelMetadata metadata) {}

  private static void bindDraft(PreparedStatement statement, int from, Draft draft)
      throws SQLException {
    ModelMetadata metadata = draft.metadata();
    statement.setString(from, draft.name());
    statement.setString(from + 1, draft.modelName());
    statement.setString(from + 2, metadata.type());
    statement.setObject(from + 3, metadata.contextLength());
    statement.setObject(from + 4, metadata.maxTokens());
    statement.setBigDecimal(from + 5, metadata.inputPricePerMillion());
    statement.setBigDecimal(from + 6, metadata.outputPricePerMillion());
    statement.setString(from + 7, metadata.notes());
  }

  private static Model read(ResultSet row) throws SQLException {
    return new Model(
        new ModelId(row.getObject("id", UUID.class)),
        new ServerId(row.getObject("server_id", UUID.class)),
        new Owner(
            Owner.Type.valueOf(row.getString("owner_type")), row.getObject("owner_id", UUID.class)),
        row.getString("name"),
        row.getString("model_name"),
        row.getString("address"),
        Protocol.valueOf(row.getString("protocol")),
        row.getBoolean("has_api_key"),
        row.getBoolean("is_simulated"),
        readMetadata(row),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        instant(row.getTimestamp("removed_at")));
  }

  private static ModelMetadata readMetadata(ResultSet row) throws SQLException {
    return new ModelMetadata(
        row.getString("type"),
        row.getObject("context_length", Integer.class),
        row.getObject("max_tokens", Integer.class),
        row.getBigDecimal("input_price_per_million"),
        row.getBigDecimal("output_price_per_million"),
        row.getString("notes"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  private static java.sql.Array uuids(PreparedStatement statement, Collection<ModelId> ids)
      throws SQLException {
    return statement
        .getConnection()
        .createArrayOf("uuid", ids.stream().map(ModelId::value).toArray());
  }

  private static String like(@Nullable String text) {
    return text == null ? "%" : "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }
}
