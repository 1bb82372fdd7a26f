package dev.assay.model;

import dev.assay.access.Owner;
import dev.assay.database.Sql;
import dev.assay.provider.Protocol;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code model_server}: an owner's address and protocol, with the key that all its models
 * use.
 */
@Singleton
final class ServerRepository {
  private final Sql sql;

  ServerRepository(Sql sql) {
    this.sql = sql;
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

  /** Stores an encrypted key; null deletes it. */
  void setApiKey(ServerId id, byte @Nullable [] apiKey) {
    sql.update(
        "update model_server set api_key = ?, updated_at = now() where id = ?",
        statement -> {
          statement.setBytes(1, apiKey);
          statement.setObject(2, id.value());
        });
  }

  /** The encrypted key; null where none is stored. */
  byte @Nullable [] apiKey(ServerId id) {
    return sql.one(
        "select api_key from model_server where id = ? and api_key is not null",
        statement -> statement.setObject(1, id.value()),
        row -> row.getBytes(1));
  }
}
