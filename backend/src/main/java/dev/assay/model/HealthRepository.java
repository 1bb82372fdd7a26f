package dev.assay.model;

import dev.assay.database.Sql;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The table {@code server_health}: what checks found, and when the next one is due. */
@Singleton
final class HealthRepository {
  /** Of two times in between; so that servers are not all checked at the same moment. */
  private static final double SHORTEST = 0.8;

  private static final double SPREAD = 0.4;

  private final Sql sql;

  HealthRepository(Sql sql) {
    this.sql = sql;
  }

  /**
   * Takes servers whose check is due, and makes their next one due about {@code interval} later: so
   * of several processes only one checks a server. Only servers with models in the lists.
   */
  List<ServerId> takeDue(Duration interval, int limit) {
    return sql.list(
        """
        with due as (
          select server.id from model_server server
            left join server_health health on health.server_id = server.id
           where (health.next_check_at is null or health.next_check_at <= now())
             and exists (select 1 from model where model.server_id = server.id and model.removed_at is null)
           order by health.next_check_at nulls first
           limit ?)
        insert into server_health (server_id, next_check_at)
        select id, now() + make_interval(secs => ? * (? + ? * random())) from due
        on conflict (server_id) do update set next_check_at = excluded.next_check_at
          where server_health.next_check_at <= now()
        returning server_id
        """,
        statement -> {
          statement.setInt(1, limit);
          statement.setDouble(2, interval.toMillis() / 1e3);
          statement.setDouble(3, SHORTEST);
          statement.setDouble(4, SPREAD);
        },
        row -> new ServerId(row.getObject(1, UUID.class)));
  }

  /** Writes down what a check found of the server itself. */
  void store(ServerId server, HealthFinding found) {
    sql.update(
        """
        insert into server_health as known
               (server_id, status, since, checked_at, latency_ms, message, next_check_at)
        select id, ?, now(), now(), ?, ?, now() from model_server where id = ?
        on conflict (server_id) do update
          set status = excluded.status,
              since = case when known.status = excluded.status then known.since else excluded.since end,
              checked_at = excluded.checked_at, latency_ms = excluded.latency_ms, message = excluded.message
        """,
        statement -> {
          statement.setString(1, found.status().name());
          statement.setObject(2, found.latencyMs());
          statement.setString(3, found.message());
          statement.setObject(4, server.value());
        });
  }
}
