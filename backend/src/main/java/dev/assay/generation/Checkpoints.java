package dev.assay.generation;

import dev.assay.database.Sql;
import dev.assay.provider.TextKind;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The text of running answers, as far as it was written down: rows are added, never rewritten, and
 * go when the whole text is stored.
 */
@Singleton
public final class Checkpoints {
  private final Sql sql;

  Checkpoints(Sql sql) {
    this.sql = sql;
  }

  /**
   * What was added to a text since the last checkpoint.
   *
   * @param start how many UTF-16 units of the same kind came before it
   */
  public record Addition(UUID resultId, TextKind kind, int start, String text) {}

  /**
   * Writes all of it in one statement. What belongs to a result that was deleted meanwhile, with
   * its owner's account, is left out: it must not keep the others from being written.
   */
  public void append(List<Addition> additions) {
    sql.update(
        """
        insert into checkpoint (result_id, kind, start, text)
        select added.* from unnest(?, ?, ?, ?) as added (result_id, kind, start, text)
          join result on result.id = added.result_id
        on conflict do nothing
        """,
        statement -> {
          Connection connection = statement.getConnection();
          statement.setArray(
              1,
              connection.createArrayOf(
                  "uuid", additions.stream().map(Addition::resultId).toArray()));
          statement.setArray(
              2,
              connection.createArrayOf(
                  "text", additions.stream().map(addition -> addition.kind().name()).toArray()));
          statement.setArray(
              3,
              connection.createArrayOf("int4", additions.stream().map(Addition::start).toArray()));
          statement.setArray(
              4,
              connection.createArrayOf("text", additions.stream().map(Addition::text).toArray()));
        });
  }

  /** Forgets them, once their texts are stored whole. */
  public void delete(Collection<UUID> resultIds) {
    sql.update(
        "delete from checkpoint where result_id = any(?)",
        statement ->
            statement.setArray(
                1, statement.getConnection().createArrayOf("uuid", resultIds.toArray())));
  }
}
