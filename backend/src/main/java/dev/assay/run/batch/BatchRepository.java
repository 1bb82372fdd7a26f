package dev.assay.run.batch;

import dev.assay.access.Access;
import dev.assay.access.Owner;
import dev.assay.database.PageRequest;
import dev.assay.database.Sql;
import dev.assay.generation.Status;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes the table {@code batch}. */
@Singleton
class BatchRepository {
  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final String SELECT =
      """
      select id, owner_type, owner_id, name, status, is_cancelled, created_at, finished_at, removed_at from batch
      """;

  private final Sql sql;

  BatchRepository(Sql sql) {
    this.sql = sql;
  }

  /** Stores one that runs. False where the owner already used the key. */
  boolean insert(Batch batch, @Nullable String key, byte[] hash, UUID instance) {
    return sql.update(
            """
            insert into batch (id, owner_type, owner_id, name, status, idempotency_key, request_hash, instance_id,
                               lease_until)
            values (?, ?, ?, ?, ?, ?, ?, ?, now() + make_interval(secs => ?))
            on conflict (owner_type, owner_id, idempotency_key) where idempotency_key is not null do nothing
            """,
            statement -> {
              statement.setObject(1, batch.id());
              statement.setString(2, batch.owner().type().name());
              statement.setObject(3, batch.owner().id());
              statement.setString(4, batch.name());
              statement.setString(5, batch.status().name());
              statement.setString(6, key);
              statement.setBytes(7, hash);
              statement.setObject(8, instance);
              statement.setDouble(9, LEASE.toSeconds());
            })
        > 0;
  }

  /** What was stored under an idempotency key. */
  record Keyed(UUID id, byte[] requestHash) {}

  @Nullable Keyed findByKey(Owner owner, String key) {
    return sql.one(
        """
        select id, request_hash from batch where owner_type = ? and owner_id = ? and idempotency_key = ?
        """,
        statement -> {
          statement.setString(1, owner.type().name());
          statement.setObject(2, owner.id());
          statement.setString(3, key);
        },
        row -> new Keyed(row.getObject(1, UUID.class), row.getBytes(2)));
  }

  @Nullable Batch find(Access access, UUID id) {
    return sql.one(
        SELECT + " where id = ? and " + access.on("batch"),
        statement -> {
          statement.setObject(1, id);
          access.bind(statement, 2);
        },
        BatchRepository::batch);
  }

  /** Whether somebody wants it to end. */
  boolean isCancelled(UUID id) {
    return Boolean.TRUE.equals(
        sql.one(
            "select is_cancelled from batch where id = ?",
            statement -> statement.setObject(1, id),
            row -> row.getBoolean(1)));
  }

  /** How many answers each of its runs has: lanes times iterations. */
  int answersPerRun(UUID id) {
    return sql.list(
            """
            select count(*) from result
             where run_id = (select id from run where batch_id = ? order by batch_position limit 1)
            """,
            statement -> statement.setObject(1, id),
            row -> row.getInt(1))
        .getFirst();
  }

  /** A page, newest first. */
  List<Batch> page(Access access, PageRequest page) {
    UUID after = page.afterId();
    return sql.list(
        SELECT
            + " where %s and removed_at is null %s order by id desc limit ?"
                .formatted(access.on("batch"), after == null ? "" : "and id < ?"),
        statement -> {
          int next = access.bind(statement, 1);
          if (after != null) {
            statement.setObject(next++, after);
          }
          statement.setInt(next, page.limit());
        },
        BatchRepository::batch);
  }

  long count(Access access) {
    return sql.list(
            "select count(*) from batch where removed_at is null and " + access.on("batch"),
            statement -> access.bind(statement, 1),
            row -> row.getLong(1))
        .getFirst();
  }

  /** How far it has come, by what is stored. */
  BatchProgress progress(UUID batch) {
    return sql.list(
            """
            select count(*) as total,
                   count(*) filter (where result.status = 'PENDING') as pending,
                   count(*) filter (where result.status = 'RUNNING') as running,
                   count(*) filter (where result.status = 'COMPLETED') as completed,
                   count(*) filter (where result.status = 'FAILED') as failed,
                   count(*) filter (where result.status = 'CANCELLED') as cancelled
              from run join result on result.run_id = run.id
             where run.batch_id = ?
            """,
            statement -> statement.setObject(1, batch),
            row ->
                new BatchProgress(
                    row.getInt("total"),
                    row.getInt("pending"),
                    row.getInt("running"),
                    row.getInt("completed"),
                    row.getInt("failed"),
                    row.getInt("cancelled")))
        .getFirst();
  }

  /** Somebody wants it to end. */
  void cancel(UUID id) {
    sql.update(
        "update batch set is_cancelled = true where id = ? and finished_at is null",
        statement -> statement.setObject(1, id));
  }

  void finish(UUID id, Status status, Instant at) {
    sql.update(
        "update batch set status = ?, finished_at = ? where id = ? and finished_at is null",
        statement -> {
          statement.setString(1, status.name());
          statement.setObject(2, at.atOffset(ZoneOffset.UTC));
          statement.setObject(3, id);
        });
  }

  /** Takes one out of the list; false where it does not stand there. */
  boolean remove(UUID id, Instant at) {
    return sql.update(
            "update batch set removed_at = ? where id = ? and removed_at is null",
            statement -> {
              statement.setObject(1, at.atOffset(ZoneOffset.UTC));
              statement.setObject(2, id);
            })
        > 0;
  }

  /** Brings one back, and tells when it was taken out; null where it was not. */
  @Nullable Instant restore(UUID id) {
    return sql.one(
        """
        update batch set removed_at = null
          from (select id, removed_at from batch where id = ? and removed_at is not null for update) before
         where batch.id = before.id
        returning before.removed_at
        """,
        statement -> statement.setObject(1, id),
        row -> row.getTimestamp(1).toInstant());
  }

  /** Claims those that this process works on anew. */
  void renew(Collection<UUID> ids, UUID instance) {
    sql.update(
        """
        update batch set lease_until = now() + make_interval(secs => ?)
         where id = any(?) and instance_id = ? and finished_at is null
        """,
        statement -> {
          statement.setDouble(1, LEASE.toSeconds());
          statement.setArray(2, Sql.array(statement, "uuid", ids));
          statement.setObject(3, instance);
        });
  }

  /** Gives them up, so that the next process begins at once. */
  void giveUp(Collection<UUID> ids) {
    sql.update(
        "update batch set lease_until = now() where id = any(?) and finished_at is null",
        statement -> statement.setArray(1, Sql.array(statement, "uuid", ids)));
  }

  /** Takes those whose process is gone. */
  List<Batch> takeLapsed(UUID instance) {
    return sql.list(
        """
        update batch set instance_id = ?, lease_until = now() + make_interval(secs => ?)
         where id in (select id from batch where finished_at is null and lease_until < now()
                       limit 20 for update skip locked)
        returning id, owner_type, owner_id, name, status, is_cancelled, created_at, finished_at, removed_at
        """,
        statement -> {
          statement.setObject(1, instance);
          statement.setDouble(2, LEASE.toSeconds());
        },
        BatchRepository::batch);
  }

  private static Batch batch(ResultSet row) throws SQLException {
    Timestamp finished = row.getTimestamp("finished_at");
    Timestamp removed = row.getTimestamp("removed_at");
    return new Batch(
        row.getObject("id", UUID.class),
        new Owner(
            Owner.Type.valueOf(row.getString("owner_type")), row.getObject("owner_id", UUID.class)),
        row.getString("name"),
        Status.valueOf(row.getString("status")),
        row.getBoolean("is_cancelled"),
        row.getTimestamp("created_at").toInstant(),
        finished == null ? null : finished.toInstant(),
        removed == null ? null : removed.toInstant());
  }
}
