package dev.assay.run.batch;

import dev.assay.database.RowPages;
import dev.assay.database.Sql;
import dev.assay.graphql.UserId;
import dev.assay.identity.AccountData;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** A person's batches; their runs stand among the runs. */
@Singleton
final class BatchAccountData implements AccountData {
  private static final String EXPORT =
      """
      select batch.id,
             to_jsonb(batch) - '{owner_type,owner_id,instance_id,lease_until,request_hash}'::text[]
        from batch
       where owner_type = 'USER' and owner_id = ?
      """;

  private final Sql sql;
  private final BatchRepository batches;
  private final Batches work;

  BatchAccountData(Sql sql, BatchRepository batches, Batches work) {
    this.sql = sql;
    this.batches = batches;
    this.work = work;
  }

  @Override
  public String name() {
    return "batches";
  }

  @Override
  public Iterable<String> export(UserId user) {
    return RowPages.of(sql, EXPORT, "batch.id", user.value());
  }

  @Override
  public void delete(UserId user) {
    sql.update(
        "delete from batch where owner_type = 'USER' and owner_id = ?",
        statement -> statement.setObject(1, user.value()));
  }

  @Override
  public void stop(UserId user) {
    List<UUID> open =
        sql.list(
            "select id from batch where owner_type = 'USER' and owner_id = ? and finished_at is"
                + " null",
            statement -> statement.setObject(1, user.value()),
            row -> row.getObject(1, UUID.class));
    for (UUID id : open) {
      batches.cancel(id);
      work.cancel(id);
    }
  }
}
