package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.database.Sql;
import dev.assay.database.embedded.EmbeddedServer;
import dev.assay.database.embedded.EmbeddedSettings;
import dev.assay.prompt.PromptBenchRows;
import dev.assay.testing.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Fills the folder {@code bench.home} with what {@code bench/api/run} asks for: runs of four
 * results, prompts of ten versions, and people with an API token each. What is there already stays.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class ApiBenchData {
  private static final int OWNERS = 1_000;
  private static final int USERS = 500;
  private static final int MODELS = 20;

  private final int runs = Integer.getInteger("bench.runs", 250_000);
  private final int prompts = Integer.getInteger("bench.prompts", 20_000);

  @Test
  void fill() throws Exception {
    Path home = Path.of(System.getProperty("bench.home"));
    try (EmbeddedServer database = EmbeddedServer.start(EmbeddedSettings.in(home))) {
      try (TestServer server = TestServer.start(HistoryBenchRows.properties(database))) {
        Sql sql = server.bean(Sql.class);
        fillPrompts(database, sql);
        HistoryBenchRows.fill(sql, runs, OWNERS, models(server, sql));
        people(sql);
        assertThat(HistoryBenchRows.count(sql, "select count(*) from run")).isEqualTo(runs);
      }
    }
  }

  private static List<String> models(TestServer server, Sql sql) {
    List<String> models =
        new ArrayList<>(
            sql.list("select id from model order by id", _ -> {}, row -> row.getString("id")));
    while (models.size() < MODELS) {
      models.add(server.model("sim?tokens=7&seed=" + models.size()));
    }
    return models.subList(0, MODELS);
  }

  /**
   * A token is {@code assay_bench_} and its owner's number; as with all of them its hash is kept.
   */
  private static void people(Sql sql) {
    sql.update(
        """
        insert into users (id, issuer, subject, name)
        select owner, 'bench', id::text, 'Bench ' || id from bench_owner where id < ?
        on conflict do nothing
        """,
        statement -> statement.setInt(1, USERS));
    sql.update(
        """
        insert into api_token (id, user_id, hash, prefix, name, scopes, expires_at)
        select gen_random_uuid(), owner, sha256(convert_to('assay_bench_' || id, 'UTF8')), 'assay_bench_', 'bench', '{READ}',
               now() + interval '10 years'
          from bench_owner where id < ?
        on conflict do nothing
        """,
        statement -> statement.setInt(1, USERS));
  }

  private void fillPrompts(EmbeddedServer database, Sql sql) throws SQLException, IOException {
    if (HistoryBenchRows.count(sql, "select count(*) from prompt") < prompts) {
      try (Connection connection =
          DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
        new PromptBenchRows(connection, prompts, OWNERS).fill();
      }
    }
  }
}
