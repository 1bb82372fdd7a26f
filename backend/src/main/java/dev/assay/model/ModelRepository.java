package dev.assay.model;

import dev.assay.access.Access;
import dev.assay.access.Owner;
import dev.assay.database.PageRequest;
import dev.assay.database.Sql;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The table {@code model}, read together with its server. */
@Singleton
final class ModelRepository {
  private static final String SELECT =
      """
      select model.id, model.owner_type, model.owner_id, model.name, model.model_name, model.is_active,
             model.type, model.context_length, model.max_tokens, model.input_price_per_million,
             model.output_price_per_million, model.notes, model.created_at, model.updated_at, model.removed_at,
             model.is_offered,
      """
          + ServerRows.COLUMNS
          + " from "
          + ServerRows.TABLES
          + " join model on model.server_id = server.id ";

  /** Which models a list holds, by the parameters of {@link #bindFilter}. */
  private static final String FILTER =
      """
      model.removed_at is null
       and (model.name ilike ? or model.model_name ilike ?)
       and (cast(? as boolean) is null or model.is_active = ?)
       and (cast(? as uuid) is null or model.server_id = ?)
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

  /** The owner's models of a server that stand in the lists. */
  List<Model> ofServer(ServerId server) {
    return sql.list(
        SELECT + "where server.id = ? and model.removed_at is null",
        statement -> statement.setObject(1, server.value()),
        ModelRepository::read);
  }

  /** A page in the order of names. A cursor is the id of the model behind which it begins. */
  List<Model> page(Access access, PageRequest page, ModelFilter filter) {
    UUID after = page.afterId();
    return sql.list(
        SELECT
            + " where "
            + access.on("model")
            + " and "
            + FILTER
            + """
               and (cast(? as uuid) is null or (lower(model.name), model.id)
                    > (select lower(seen.name), seen.id from model seen where seen.id = ?))
             order by lower(model.name), model.id
             limit ?
            """,
        statement -> {
          int next = bindFilter(statement, access.bind(statement, 1), filter);
          statement.setObject(next, after);
          statement.setObject(next + 1, after);
          statement.setInt(next + 2, page.limit());
        },
        ModelRepository::read);
  }

  /** How many stand in the list, at most 10,000 where a text filters it. */
  long count(Access access, ModelFilter filter) {
    return sql.list(
            "select count(*) from (select 1 from model where "
                + access.on("model")
                + " and "
                + FILTER
                + " limit ?) as counted",
            statement -> {
              int next = bindFilter(statement, access.bind(statement, 1), filter);
              statement.setLong(next, filter.text() == null ? Long.MAX_VALUE : 10_000);
            },
            row -> row.getLong(1))
        .getFirst();
  }

  private static int bindFilter(PreparedStatement statement, int from, ModelFilter filter)
      throws SQLException {
    String pattern = Sql.containing(filter.text());
    UUID server = filter.server() == null ? null : filter.server().value();
    statement.setString(from, pattern);
    statement.setString(from + 1, pattern);
    statement.setObject(from + 2, filter.isActive());
    statement.setObject(from + 3, filter.isActive());
    statement.setObject(from + 4, server);
    statement.setObject(from + 5, server);
    return from + 6;
  }

  void insert(ModelId id, ServerId server, Owner owner, ModelDraft draft) {
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

  void update(ModelId id, ServerId server, ModelDraft draft, boolean isActive) {
    sql.update(
        """
        update model
           set is_offered = case when server_id = ? and model_name = ? then is_offered end,
               server_id = ?, name = ?, model_name = ?, type = ?, context_length = ?, max_tokens = ?,
               input_price_per_million = ?, output_price_per_million = ?, notes = ?, is_active = ?, updated_at = now()
         where id = ?
        """,
        statement -> {
          statement.setObject(1, server.value());
          statement.setString(2, draft.modelName());
          statement.setObject(3, server.value());
          bindDraft(statement, 4, draft);
          statement.setBoolean(12, isActive);
          statement.setObject(13, id.value());
        });
  }

  /**
   * Writes down which of a server's models it lists, by the names that it lists. Ollama lists them
   * with a tag that people leave out.
   */
  void setOffered(ServerId server, List<String> names) {
    sql.update(
        """
        update model
           set is_offered = known.is_offered
          from (select id, model_name = any(?) or model_name || ':latest' = any(?) as is_offered
                  from model where server_id = ?) known
         where model.id = known.id and model.is_offered is distinct from known.is_offered
        """,
        statement -> {
          statement.setArray(1, Sql.array(statement, "text", names));
          statement.setArray(2, Sql.array(statement, "text", names));
          statement.setObject(3, server.value());
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

  private static void bindDraft(PreparedStatement statement, int from, ModelDraft draft)
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
        ServerRows.read(row),
        new Owner(
            Owner.Type.valueOf(row.getString("owner_type")), row.getObject("owner_id", UUID.class)),
        row.getString("name"),
        row.getString("model_name"),
        row.getBoolean("is_active"),
        row.getObject("is_offered", Boolean.class),
        readMetadata(row),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        ServerRows.instant(row, "removed_at"));
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

  private static java.sql.Array uuids(PreparedStatement statement, Collection<ModelId> ids)
      throws SQLException {
    return statement
        .getConnection()
        .createArrayOf("uuid", ids.stream().map(ModelId::value).toArray());
  }
}
