package dev.assay.run;

import dev.assay.access.Access;
import dev.assay.database.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts what came of the runs that used prompts. */
@Singleton
final class UsageRepository {
  /**
   * A lane asks with its own version, or with its run's where it has no system prompt of its own.
   */
  private static final String SELECT =
      """
      with asked as (
        select version.%1$s as used, lane.run_id, lane.position
          from prompt_version version
          join lane on lane.prompt_version_id = version.id
         where version.%1$s = any(?)
        union all
        select version.%1$s, lane.run_id, lane.position
          from prompt_version version
          join run on run.prompt_version_id = version.id
          join lane on lane.run_id = run.id and lane.system_prompt is null
         where version.%1$s = any(?))
      select used, count(distinct run.id) as runs, max(run.created_at) as last_used_at,
             count(result.id) filter (where result.status in ('COMPLETED', 'FAILED')) as results,
             count(result.id) filter (where result.status = 'FAILED') as failures,
             percentile_cont(0.5) within group (order by result.latency_ms)
               filter (where result.status = 'COMPLETED') as latency_ms
        from asked
        join run on run.id = asked.run_id and %2$s
        left join result on result.run_id = asked.run_id and result.position = asked.position
       group by used
      """;

  private final Sql sql;

  UsageRepository(Sql sql) {
    this.sql = sql;
  }

  /** By the ids of prompts. */
  Map<UUID, PromptUsage> ofPrompts(Access access, Collection<UUID> ids) {
    return usage("prompt_id", access, ids);
  }

  /** By the ids of versions. */
  Map<UUID, PromptUsage> ofVersions(Access access, Collection<UUID> ids) {
    return usage("id", access, ids);
  }

  private Map<UUID, PromptUsage> usage(String column, Access access, Collection<UUID> ids) {
    Map<UUID, PromptUsage> usage = new HashMap<>();
    ids.forEach(id -> usage.put(id, PromptUsage.NONE));
    sql.list(
        SELECT.formatted(column, access.on("run")),
        statement -> {
          statement.setArray(1, Sql.array(statement, "uuid", ids));
          statement.setArray(2, Sql.array(statement, "uuid", ids));
          access.bind(statement, 3);
        },
        row -> usage.put(row.getObject("used", UUID.class), read(row)));
    return usage;
  }

  private static PromptUsage read(ResultSet row) throws SQLException {
    int results = row.getInt("results");
    @Nullable OffsetDateTime lastUsedAt = row.getObject("last_used_at", OffsetDateTime.class);
    return new PromptUsage(
        row.getInt("runs"),
        lastUsedAt == null ? null : lastUsedAt.toInstant(),
        results,
        results == 0 ? null : (double) row.getInt("failures") / results,
        row.getObject("latency_ms", Double.class));
  }
}
