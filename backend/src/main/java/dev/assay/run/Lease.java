package dev.assay.run;

import dev.assay.database.Ids;
import dev.assay.database.Sql;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * This process's claim on the runs that it executes. A run whose lease lapsed has lost its process;
 * the sweep, of whichever instance, then ends it. So one instance's restart never ends another's
 * runs.
 */
@Singleton
public class Lease {
  /** How long a claim holds after its last renewal. */
  static final Duration DURATION = Duration.ofSeconds(10);

  /**
   * The number of the last event of a run whose process is gone. Nobody knows what that process
   * gave out, so it is one that no run reaches, and every reader learns that it has not seen it.
   */
  static final int UNKNOWN_SEQUENCE = 1_000_000_000;

  private final UUID instance = Ids.next();
  private final Sql sql;

  Lease(Sql sql) {
    this.sql = sql;
  }

  /** This process. */
  public UUID instance() {
    return instance;
  }

  /** Claims all of this process's open runs anew. */
  void renew() {
    sql.update(
        """
        update run set lease_until = now() + make_interval(secs => ?)
         where instance_id = ? and status in ('PENDING', 'RUNNING') and not is_waiting
        """,
        statement -> {
          statement.setDouble(1, DURATION.toSeconds());
          statement.setObject(2, instance);
        });
  }

  /**
   * Ends the runs whose lease lapsed: what was pending or running is FAILED as {@code INTERRUPTED},
   * with the text that was checkpointed. Tells which.
   */
  @Transactional
  List<RunId> sweep() {
    List<RunId> lapsed =
        sql.list(
            """
            select id from run
             where status in ('PENDING', 'RUNNING') and not is_waiting and lease_until < now()
             limit 100 for update skip locked
            """,
            statement -> {},
            row -> new RunId(row.getObject(1, UUID.class)));
    if (!lapsed.isEmpty()) {
      Object[] ids = lapsed.stream().map(RunId::value).toArray();
      interrupt(ids);
      end(ids);
    }
    return lapsed;
  }

  private void interrupt(Object[] runs) {
    sql.update(
        """
        update result
           set status = 'FAILED', error_code = 'INTERRUPTED', error_message = ?, answer = %s, reasoning = %s,
               finished_at = now()
         where run_id = any(?) and finished_at is null
        """
            .formatted(
                RunRepository.checkpointed("ANSWER"), RunRepository.checkpointed("REASONING")),
        statement -> {
          statement.setString(
              1,
              "The Assay server stopped while this answer was running. What had arrived is kept;"
                  + " run it again.");
          statement.setArray(2, statement.getConnection().createArrayOf("uuid", runs));
        });
    sql.update(
        """
        delete from checkpoint using result
         where checkpoint.result_id = result.id and result.run_id = any(?)
        """,
        statement -> statement.setArray(1, statement.getConnection().createArrayOf("uuid", runs)));
  }

  private void end(Object[] runs) {
    sql.update(
        """
        update run
           set status = case when exists (select 1 from result where run_id = run.id and status <> 'FAILED')
                             then 'COMPLETED' else 'FAILED' end,
               finished_at = now(), last_sequence = ?,
               elapsed_ms = extract(epoch from now() - created_at) * 1000
         where id = any(?)
        """,
        statement -> {
          statement.setInt(1, UNKNOWN_SEQUENCE);
          statement.setArray(2, statement.getConnection().createArrayOf("uuid", runs));
        });
  }
}
