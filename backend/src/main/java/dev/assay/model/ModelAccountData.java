package dev.assay.model;

import dev.assay.database.RowPages;
import dev.assay.database.Sql;
import dev.assay.graphql.UserId;
import dev.assay.identity.AccountData;
import dev.assay.identity.LocalUser;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A person's models. Those that others have used are handed over to the administrators, without the
 * keys, which are the person's own; the rest goes.
 */
@Singleton
final class ModelAccountData implements AccountData {
  private static final String EXPORT =
      """
      select model.id,
             to_jsonb(model) - '{owner_type,owner_id,server_id}'::text[]
               || jsonb_build_object('endpoint_url', server.address, 'protocol', server.protocol)
        from model join model_server server on server.id = model.server_id
       where model.owner_type = 'USER' and model.owner_id = ?
      """;

  private final Sql sql;
  private final List<ModelUse> uses;

  ModelAccountData(Sql sql, List<ModelUse> uses) {
    this.sql = sql;
    this.uses = uses;
  }

  @Override
  public String name() {
    return "models";
  }

  @Override
  public Iterable<String> export(UserId user) {
    return RowPages.of(sql, EXPORT, "model.id", user.value());
  }

  @Override
  public void delete(UserId user) {
    UUID owner = user.value();
    deleteUnused(owner, used(user));
    if (!user.equals(LocalUser.ID)) {
      handOver(owner);
    }
  }

  private Set<UUID> used(UserId user) {
    Set<UUID> used = new HashSet<>();
    uses.forEach(use -> used.addAll(use.usedByOthers(user)));
    return used;
  }

  private void deleteUnused(UUID owner, Set<UUID> used) {
    sql.update(
        """
        delete from model using model_server server
         where server.id = model.server_id and not server.is_simulated
           and model.owner_type = 'USER' and model.owner_id = ? and model.id <> all(?)
        """,
        statement -> {
          statement.setObject(1, owner);
          statement.setArray(2, Sql.array(statement, "uuid", used));
        });
    sql.update(
        """
        delete from model_server server
         where owner_type = 'USER' and owner_id = ? and not is_simulated
           and not exists (select 1 from model where model.server_id = server.id)
        """,
        statement -> statement.setObject(1, owner));
    sql.update(
        "update model_server set api_key = null, api_key_set_at = null where owner_type = 'USER'"
            + " and owner_id = ?",
        statement -> statement.setObject(1, owner));
  }

  /** Where the administrators already have a server at the address, theirs takes its place. */
  private void handOver(UUID owner) {
    UUID heir = LocalUser.ID.value();
    sql.update(
        """
        update model set server_id = theirs.id
          from model_server mine
          join model_server theirs on theirs.owner_type = 'USER' and theirs.owner_id = ?
                                  and theirs.address = mine.address and theirs.protocol = mine.protocol
         where model.server_id = mine.id and mine.owner_type = 'USER' and mine.owner_id = ?
        """,
        statement -> bind(statement, heir, owner));
    sql.update(
        """
        delete from model_server server
         where owner_type = 'USER' and owner_id = ?
           and not exists (select 1 from model where model.server_id = server.id)
        """,
        statement -> statement.setObject(1, owner));
    for (String table : List.of("model_server", "model")) {
      sql.update(
          "update %s set owner_id = ? where owner_type = 'USER' and owner_id = ?".formatted(table),
          statement -> bind(statement, heir, owner));
    }
  }

  private static void bind(PreparedStatement statement, UUID heir, UUID owner) throws SQLException {
    statement.setObject(1, heir);
    statement.setObject(2, owner);
  }
}
