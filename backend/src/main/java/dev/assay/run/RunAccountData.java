package dev.assay.run;

import dev.assay.access.Owner;
import dev.assay.database.RowPages;
import dev.assay.database.Sql;
import dev.assay.graphql.UserId;
import dev.assay.identity.AccountData;
import jakarta.inject.Singleton;
import java.util.List;

/** A person's runs with lanes, results and texts. */
@Singleton
final class RunAccountData implements AccountData {
  private static final String EXPORT =
      """
      select run.id,
             to_jsonb(run) - '{owner_type,owner_id,instance_id,lease_until,request_hash}'::text[] || jsonb_build_object(
               'lanes', (select jsonb_agg(to_jsonb(lane) - 'run_id' order by position)
                           from lane where run_id = run.id),
               'results', (select jsonb_agg(to_jsonb(result) - 'run_id' order by position, iteration)
                             from result where run_id = run.id))
        from run
       where owner_type = 'USER' and owner_id = ?
      """;

  /** Closing a connection takes far less. */
  private static final long STOP_WAIT_MS = 2_000;

  private final Sql sql;
  private final LiveRuns live;

  RunAccountData(Sql sql, LiveRuns live) {
    this.sql = sql;
    this.live = live;
  }

  @Override
  public String name() {
    return "runs";
  }

  @Override
  public Iterable<String> export(UserId user) {
    return RowPages.of(sql, EXPORT, "run.id", user.value());
  }

  @Override
  public void delete(UserId user) {
    sql.update(
        "delete from run where owner_type = 'USER' and owner_id = ?",
        statement -> statement.setObject(1, user.value()));
  }

  /** The model servers' connections are closed, and what has come so far is stored. */
  @Override
  public void stop(UserId user) {
    Owner owner = new Owner(Owner.Type.USER, user.value());
    List<LiveRun> theirs =
        live.all().stream().filter(run -> run.stored().owner().equals(owner)).toList();
    theirs.forEach(LiveRun::cancel);
    try {
      for (LiveRun run : theirs) {
        run.awaitFinish(STOP_WAIT_MS);
      }
    } catch (InterruptedException e) {
      // They end all the same.
      Thread.currentThread().interrupt();
    }
  }
}
