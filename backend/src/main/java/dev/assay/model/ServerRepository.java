package dev.assay.model;

import dev.assay.access.Access;
import dev.assay.access.Owner;
import dev.assay.database.PageRequest;
import dev.assay.database.Sql;
import dev.assay.provider.Protocol;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code model_server}: an owner's address and protocol, with the key that all its models
 * use.
 */
@Singleton
final class ServerRepository {
  private static final String SELECT =
      "select " + ServerRows.COLUMNS + " from " + ServerRows.TABLES + " where ";

  /** Whether a server has models in the lists. */
  private static final String IN_USE =
      "exists (select 1 from model where model.server_id = server.id and model.removed_at is null)";

  private final Sql sql;

  ServerRepository(Sql sql) {
    this.sql = sql;
  }

  /** An encrypted key, and what it is bound to. */
  record StoredKey(ServerId server, String address, byte[] encrypted) {}

  /** One server that the access is for; null where there is none. */
  @Nullable ModelServer find(Access access, ServerId id) {
    return sql.one(
        SELECT + access.on("server") + " and server.id = ?",
        statement -> {
          int next = access.bind(statement, 1);
          statement.setObject(next, id.value());
        },
        ServerRows::read);
  }

  /** Those of the servers that there are. */
  List<ModelServer> byIds(Collection<ServerId> ids) {
    return sql.list(
        SELECT + "server.id = any(?)",
        statement ->
            statement.setArray(
                1, Sql.array(statement, "uuid", ids.stream().map(ServerId::value).toList())),
        ServerRows::read);
  }

  /** The owner's server at this address; null where there is none. */
  @Nullable ModelServer find(Owner owner, String address, Protocol protocol) {
    return sql.one(
        SELECT
            + "server.owner_type = ? and server.owner_id = ? and server.address = ?"
            + " and server.protocol = ?",
        statement -> {
          statement.setString(1, owner.type().name());
          statement.setObject(2, owner.id());
          statement.setString(3, address);
          statement.setString(4, protocol.name());
        },
        ServerRows::read);
  }

  /** A page in the order of addresses. A cursor is the id of the server behind which it begins. */
  List<ModelServer> page(Access access, PageRequest page) {
    UUID after = page.afterId();
    return sql.list(
        SELECT
            + access.on("server")
            + " and "
            + IN_USE
            + """
               and (cast(? as uuid) is null or (server.address, server.id)
                    > (select seen.address, seen.id from model_server seen where seen.id = ?))
             order by server.address, server.id
             limit ?
            """,
        statement -> {
          int next = access.bind(statement, 1);
          statement.setObject(next, after);
          statement.setObject(next + 1, after);
          statement.setInt(next + 2, page.limit());
        },
        ServerRows::read);
  }

  /** How many have models in the lists. */
  long count(Access access) {
    return sql.list(
            "select count(*) from model_server server where "
                + access.on("server")
                + " and "
                + IN_USE,
            statement -> access.bind(statement, 1),
            row -> row.getLong(1))
        .getFirst();
  }

  /** How many models of each server stand in the lists. */
  Map<ServerId, Integer> modelCounts(Collection<ServerId> servers) {
    Map<ServerId, Integer> counts = new HashMap<>();
    sql.list(
        """
        select asked.id, count(model.id)
          from unnest(?::uuid[]) as asked (id)
          left join model on model.server_id = asked.id and model.removed_at is null
         group by asked.id
        """,
        statement ->
            statement.setArray(
                1, Sql.array(statement, "uuid", servers.stream().map(ServerId::value).toList())),
        row -> counts.put(new ServerId(row.getObject(1, UUID.class)), row.getInt(2)));
    return counts;
  }

  /** The owner's server at this address, made where there is none. */
  ServerId findOrInsert(ServerId fresh, Owner owner, String address, Protocol protocol) {
    return sql.list(
            """
            insert into model_server (id, owner_type, owner_id, address, protocol)
            values (?, ?, ?, ?, ?)
            on conflict (owner_type, owner_id, address, protocol) do update set address = excluded.address
            returning id
            """,
            statement -> {
              statement.setObject(1, fresh.value());
              statement.setString(2, owner.type().name());
              statement.setObject(3, owner.id());
              statement.setString(4, address);
              statement.setString(5, protocol.name());
            },
            row -> new ServerId(row.getObject(1, UUID.class)))
        .getFirst();
  }

  /** The built-in simulator's server; null before it was ever offered. */
  @Nullable ServerId simulated() {
    return sql.one(
        "select id from model_server where is_simulated",
        statement -> {},
        row -> new ServerId(row.getObject(1, UUID.class)));
  }

  void markSimulated(ServerId id) {
    sql.update(
        "update model_server set is_simulated = true where id = ?",
        statement -> statement.setObject(1, id.value()));
  }

  void setAddress(ServerId id, String address) {
    sql.update(
        "update model_server set address = ?, updated_at = now() where id = ?",
        statement -> {
          statement.setString(1, address);
          statement.setObject(2, id.value());
        });
  }

  /** How many answers it is asked for at once; 0 for no limit, null for the setting's. */
  void setMaxConcurrency(ServerId id, @Nullable Integer max) {
    sql.update(
        "update model_server set max_concurrency = ?, updated_at = now() where id = ?",
        statement -> {
          statement.setObject(1, max);
          statement.setObject(2, id.value());
        });
  }

  /** Begins a maintenance or changes its message; null ends it. */
  void setMaintenance(ServerId id, @Nullable String message) {
    sql.update(
        """
        update model_server
           set maintenance_since = case when cast(? as text) is null then null else coalesce(maintenance_since, now()) end,
               maintenance = ?, updated_at = now()
         where id = ?
        """,
        statement -> {
          statement.setString(1, message);
          statement.setString(2, message);
          statement.setObject(3, id.value());
        });
  }

  /** Stores an encrypted key; null deletes it. */
  void setApiKey(ServerId id, byte @Nullable [] apiKey) {
    sql.update(
        """
        update model_server
           set api_key = ?, api_key_set_at = case when ? then now() end, updated_at = now()
         where id = ?
        """,
        statement -> {
          statement.setBytes(1, apiKey);
          statement.setBoolean(2, apiKey != null);
          statement.setObject(3, id.value());
        });
  }

  /** Stores the same key encrypted anew, unless it was changed meanwhile. */
  void replaceApiKey(StoredKey old, byte[] renewed) {
    sql.update(
        "update model_server set api_key = ? where id = ? and api_key = ?",
        statement -> {
          statement.setBytes(1, renewed);
          statement.setObject(2, old.server().value());
          statement.setBytes(3, old.encrypted());
        });
  }

  /** The encrypted key; null where none is stored. */
  byte @Nullable [] apiKey(ServerId id) {
    return sql.one(
        "select api_key from model_server where id = ? and api_key is not null",
        statement -> statement.setObject(1, id.value()),
        row -> row.getBytes(1));
  }

  /** All encrypted keys. */
  List<StoredKey> apiKeys() {
    return sql.list(
        "select id, address, api_key from model_server where api_key is not null",
        statement -> {},
        row ->
            new StoredKey(
                new ServerId(row.getObject(1, UUID.class)), row.getString(2), row.getBytes(3)));
  }
}
