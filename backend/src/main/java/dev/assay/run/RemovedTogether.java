package dev.assay.run;

import dev.assay.database.Sql;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes the runs of a batch out of the lists, and brings them back. They bear the time at which
 * their batch went, which tells them from those that somebody removed one by one.
 */
@Singleton
public final class RemovedTogether {
  private final Sql sql;
  private final LiveRuns live;
  private final SharedReaders shared;

  RemovedTogether(Sql sql, LiveRuns live, SharedReaders shared) {
    this.sql = sql;
    this.live = live;
    this.shared = shared;
  }

  /** Those that stand in the lists; tells which. */
  public List<RunId> remove(UUID batch, Instant at) {
    return sql.list(
        "update run set removed_at = ? where batch_id = ? and removed_at is null returning id",
        statement -> bind(statement, at, batch),
        row -> new RunId(row.getObject(1, UUID.class)));
  }

  /** Those that went at that time; tells which. */
  public List<RunId> restore(UUID batch, Instant removedAt) {
    return sql.list(
        "update run set removed_at = null where removed_at = ? and batch_id = ? returning id",
        statement -> bind(statement, removedAt, batch),
        row -> new RunId(row.getObject(1, UUID.class)));
  }

  /** Tells those who read the runs that are at work, once it is stored. */
  public void tell(List<RunId> runs, @Nullable Instant removedAt) {
    for (RunId id : runs) {
      LiveRun running = live.get(id);
      if (running != null) {
        running.remove(removedAt);
      }
      if (removedAt != null) {
        shared.showOut(id);
      }
    }
  }

  private static void bind(PreparedStatement statement, Instant at, UUID batch)
      throws SQLException {
    statement.setObject(1, at.atOffset(ZoneOffset.UTC));
    statement.setObject(2, batch);
  }
}
