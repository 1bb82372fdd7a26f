package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.database.embedded.EmbeddedServer;
import dev.assay.database.embedded.EmbeddedSettings;
import dev.assay.testing.BenchPlans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What the list, the search and the opening of prompts cost among 100,000 prompts of ten versions
 * and 1,000 owners, measured around HTTP. Run by hand: {@code PromptBench [prompts] [owners]
 * [rounds] [home]}; {@code bench/prompts/run} does. It writes {@code bench/results/prompts.json}
 * and {@code .md}, with the plans of the queries.
 *
 * <p>Cold: PostgreSQL was just started and its files were put out of the system's cache, and each
 * question is asked once, for owners in turn; this is done again until there are as many rounds. As
 * everywhere, the server reads again what it had in its buffers (pg_prewarm): there the questions
 * of other owners had brought it. Warm: the same questions again.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class PromptBench {
  /** What has to hold for each kind of question. */
  static final double GOAL_MS = 20;

  private static final int COLD_STARTS = 5;

  private final Map<String, List<Double>> cold = new LinkedHashMap<>();
  private final Map<String, List<Double>> warm = new LinkedHashMap<>();
  private final Map<String, String> plans = new LinkedHashMap<>();
  private final int owners = Integer.getInteger("bench.owners", 1_000);
  private final int rounds = Integer.getInteger("bench.rounds", 40);
  private final EmbeddedSettings settings = EmbeddedSettings.in(home());
  private final PromptBenchQuestions questions = new PromptBenchQuestions(owners);

  @Test
  void everyQuestionIsAnsweredInTime() throws Exception {
    int prompts = Integer.getInteger("bench.prompts", 100_000);
    fill(prompts);
    chooseSamples();
    for (int i = 0; i < COLD_STARTS; i++) {
      measure(i);
    }
    explain();
    PromptBenchReport.write(
        Path.of("..", "bench", "results"),
        "%,d prompts of 10 versions, %,d owners".formatted(prompts, owners),
        cold,
        warm,
        plans);
    assertThat(PromptBenchReport.over(cold)).as("cold").isEmpty();
    assertThat(PromptBenchReport.over(warm)).as("warm").isEmpty();
  }

  private void fill(int prompts) throws SQLException, IOException {
    try (EmbeddedServer server = EmbeddedServer.start(settings)) {
      Flyway.configure()
          .dataSource(server.jdbcUrl(), server.user(), server.password())
          .locations("classpath:db/migration")
          .load()
          .migrate();
      try (Connection connection =
          DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password())) {
        if (count(connection) != prompts) {
          new PromptBenchRows(connection, prompts, owners).fill();
        }
      }
    }
  }

  /**
   * Finds out beforehand which prompts are asked for, and lets the server forget that it was asked.
   */
  private void chooseSamples() throws IOException {
    try (EmbeddedServer server = EmbeddedServer.start(settings);
        PromptClient client = new PromptClient(properties(server))) {
      for (int round = 0; round < COLD_STARTS * rounds; round++) {
        List<PromptBenchQuestions.Question> _ = questions.of(client, round);
      }
    }
    Files.deleteIfExists(settings.directory().resolve("postgresql").resolve("autoprewarm.blocks"));
  }

  private static Path home() {
    String kept = System.getProperty("bench.home", "");
    try {
      return kept.isEmpty() ? Files.createTempDirectory("assay-bench-") : Path.of(kept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long count(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from prompt")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void measure(int start) throws IOException, InterruptedException {
    evict();
    try (EmbeddedServer server = EmbeddedServer.start(settings);
        PromptClient client = new PromptClient(properties(server))) {
      // Documents, connections and PostgreSQL's catalogues: the service is warm, the data is not.
      askForNothing(client);
      if (start == 0) {
        // The first start warms this process up instead.
        ask(client, 0, rounds, new LinkedHashMap<>());
        return;
      }
      ask(client, start * rounds, rounds / (COLD_STARTS - 1), cold);
      ask(client, 0, rounds, new LinkedHashMap<>());
      ask(client, 0, rounds, warm);
    }
  }

  /** The same questions of somebody who has no prompts, by one connection after the other. */
  private void askForNothing(PromptClient client) {
    client.become("nobody");
    for (int i = 0; i < 20; i++) {
      for (PromptBenchQuestions.Question question : questions.ofNobody(i)) {
        client.ask(question.document(), question.variables());
      }
    }
  }

  /** PostgreSQL itself logs the plan of whatever is asked. */
  private void explain() throws IOException, SQLException {
    try (EmbeddedServer server = EmbeddedServer.start(settings)) {
      BenchPlans plans = new BenchPlans(settings.directory().resolve("postgresql.log"));
      plans.begin(server);
      try (PromptClient client = new PromptClient(properties(server))) {
        for (PromptBenchQuestions.Question question : questions.of(client, 2)) {
          if (question.owner() == 0) {
            client.become(PromptBenchRows.caller(0));
            this.plans.put(
                question.kind(),
                plans.of(() -> client.ask(question.document(), question.variables())));
          }
        }
      }
      plans.end(server);
    }
  }

  private void ask(PromptClient client, int from, int count, Map<String, List<Double>> times) {
    for (int round = from; round < from + count; round++) {
      for (PromptBenchQuestions.Question question : questions.of(client, round)) {
        client.become(PromptBenchRows.caller(question.owner()));
        long began = System.nanoTime();
        var outcome = client.ask(question.document(), question.variables());
        double ms = (System.nanoTime() - began) / 1e6;
        if (outcome.at("errors") != null) {
          throw new IllegalStateException(question + ": " + outcome.at("errors"));
        }
        times.computeIfAbsent(question.kind(), _ -> new ArrayList<>()).add(ms);
      }
    }
  }

  private static Map<String, Object> properties(EmbeddedServer server) {
    Map<String, Object> properties = new HashMap<>();
    String address = server.jdbcUrl().replace("jdbc:postgresql://", "");
    properties.put(
        "assay.database.url",
        "postgresql://" + server.user() + ":" + server.password() + "@" + address);
    properties.put("flyway.datasources.default.enabled", "false");
    properties.put("assay.rate-limit-per-minute", 0);
    return properties;
  }

  /** Puts the data out of the system's cache, file by file, so that nobody else's goes. */
  private void evict() throws IOException, InterruptedException {
    List<String> files = new ArrayList<>();
    try (Stream<Path> all =
        Files.walk(settings.directory().resolve("postgresql").resolve("base"))) {
      all.filter(Files::isRegularFile).map(Path::toString).forEach(files::add);
    }
    for (String file : files) {
      new ProcessBuilder("dd", "if=" + file, "iflag=nocache", "count=0", "status=none")
          .start()
          .waitFor();
    }
  }
}
