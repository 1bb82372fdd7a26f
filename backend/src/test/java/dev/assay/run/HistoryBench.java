package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.database.Sql;
import dev.assay.database.embedded.EmbeddedServer;
import dev.assay.database.embedded.EmbeddedSettings;
import dev.assay.testing.BenchPlans;
import dev.assay.testing.BenchReport;
import dev.assay.testing.GraphQLClient;
import dev.assay.testing.Json;
import dev.assay.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What any page of the history costs among a million results of a thousand owners, of whom the
 * first has one in ten, measured around HTTP. Run by hand; {@code bench/history/run} does.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class HistoryBench {
  private static final double GOAL_MS = 20;

  /** Rounds that are not counted: a service that runs for long has its code compiled. */
  private static final int WARM_UP = 30;

  private static final int LANES = 4;
  private static final String LIST =
      """
      query($filter: RunFilter, $after: String) { runs(first: 20, filter: $filter, after: $after) {
        nodes { id number status userMessage createdAt isShared winner { id }
          lanes { modelSnapshot { name } } results { status timings { timeToFirstTokenMs latencyMs } usage { cost } } }
        pageInfo { hasNextPage endCursor } } }
      """;
  private static final String COUNTED = LIST.replace("pageInfo {", "totalCount pageInfo {");

  private final int runs = Integer.getInteger("bench.runs", 250_000);
  private final int owners = Integer.getInteger("bench.owners", 1_000);
  private final int rounds = Integer.getInteger("bench.rounds", 40);
  private final Map<String, List<Double>> times = new LinkedHashMap<>();
  private final Random random = new Random(3);

  /** One request. */
  private record Question(String kind, int owner, String document, Map<String, Object> variables) {}

  @Test
  void anyPageIsThereInTime() throws Exception {
    String kept = System.getProperty("bench.home", "");
    EmbeddedSettings settings =
        EmbeddedSettings.in(
            kept.isEmpty() ? Files.createTempDirectory("assay-bench-") : Path.of(kept));
    try (EmbeddedServer database = EmbeddedServer.start(settings)) {
      List<String> models;
      try (TestServer server = TestServer.start(properties(database))) {
        models = models(server);
        HistoryBenchRows.fill(server.bean(Sql.class), runs, owners, models);
        for (int round = -WARM_UP; round < rounds; round++) {
          ask(server, questions(server, models, round), round >= 0);
        }
      }
      Map<String, Object> figures = new LinkedHashMap<>();
      times.forEach((kind, all) -> figures.put(kind, row(all)));
      figures.put("runs", runs);
      figures.put("results", runs * LANES);
      figures.put("owners", owners);
      BenchReport.write(
          "history",
          "Any page of the history, in milliseconds around HTTP (goal: p95 of at most 20)",
          figures,
          plans(database, settings, models));
    }
    assertThat(times)
        .allSatisfy((kind, all) -> assertThat(at(all, 0.95)).as(kind).isLessThanOrEqualTo(GOAL_MS));
  }

  private static Map<String, Object> properties(EmbeddedServer database) {
    Map<String, Object> properties = HistoryBenchRows.properties(database);
    properties.put("assay.test.callers", true);
    return properties;
  }

  private static List<String> models(TestServer server) {
    List<String> known =
        server
            .client()
            .data("{ models(first: 100) { nodes { id name } } }", Map.of())
            .get("models")
            .get("nodes")
            .list()
            .stream()
            .filter(model -> model.get("name").text().contains("tokens=7"))
            .map(model -> model.get("id").text())
            .toList();
    List<String> models = new ArrayList<>(known);
    while (models.size() < 20) {
      models.add(server.model("sim?tokens=7&seed=" + models.size()));
    }
    return models;
  }

  private List<Question> questions(TestServer server, List<String> models, int round) {
    List<Question> all = new ArrayList<>();
    for (int owner : new int[] {0, 1 + Math.abs(round) * 37 % (owners - 1)}) {
      String whose = owner == 0 ? ", largest owner" : "";
      add(all, "first page" + whose, owner, LIST, null);
      add(all, "first page counted" + whose, owner, COUNTED, null);
      all.add(new Question("deep page" + whose, owner, LIST, Map.of("after", deep(server, owner))));
      add(all, "failed" + whose, owner, LIST, Map.of("status", List.of("FAILED")));
      add(
          all,
          "stopped or failed" + whose,
          owner,
          LIST,
          Map.of("status", List.of("FAILED", "CANCELLED")));
      add(all, "common model" + whose, owner, LIST, Map.of("modelId", models.getFirst()));
      add(all, "rare model" + whose, owner, LIST, Map.of("modelId", models.getLast()));
      add(all, "a day" + whose, owner, LIST, day());
      int rank = HistoryBenchRows.RANKS[Math.abs(round) % HistoryBenchRows.RANKS.length];
      add(
          all,
          "two syllables" + whose,
          owner,
          LIST,
          Map.of("text", HistoryBenchRows.korean(rank).substring(0, 2)));
      add(
          all,
          "two syllables counted" + whose,
          owner,
          COUNTED,
          Map.of("text", HistoryBenchRows.korean(rank).substring(0, 2)));
      add(all, "word" + whose, owner, LIST, Map.of("text", HistoryBenchRows.english(rank)));
      add(all, "shared" + whose, owner, LIST, Map.of("scope", "SHARED"));
    }
    return all;
  }

  private Map<String, Object> day() {
    long from =
        HistoryBenchRows.BEGAN_MS + (long) (random.nextDouble() * runs) * HistoryBenchRows.EVERY_MS;
    return Map.of(
        "from",
        Instant.ofEpochMilli(from).toString(),
        "to",
        Instant.ofEpochMilli(from + 86_400_000).toString());
  }

  private static void add(
      List<Question> all, String kind, int owner, String document, @Nullable Object filter) {
    Map<String, Object> variables = filter == null ? Map.of() : Map.of("filter", filter);
    all.add(new Question(kind, owner, document, variables));
  }

  private final Map<Integer, String> cursors = new HashMap<>();

  /** Half-way down the list. */
  private String deep(TestServer server, int owner) {
    return cursors.computeIfAbsent(
        owner,
        _ -> {
          String id =
              Objects.requireNonNull(
                  server
                      .bean(Sql.class)
                      .one(
                          """
                          select id from run where owner_id = ? order by id
                          offset (select count(*) / 2 from run where owner_id = ?) limit 1
                          """,
                          statement -> {
                            statement.setObject(1, HistoryBenchRows.owner(owner));
                            statement.setObject(2, HistoryBenchRows.owner(owner));
                          },
                          row -> row.getString(1)));
          return Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(id.getBytes(StandardCharsets.UTF_8));
        });
  }

  private void ask(TestServer server, List<Question> questions, boolean counts) {
    for (Question question : questions) {
      GraphQLClient client = client(server, question.owner());
      long began = System.nanoTime();
      Json answer = client.execute(question.document(), question.variables());
      double ms = (System.nanoTime() - began) / 1e6;
      assertThat(answer.has("errors")).as(question.kind()).isFalse();
      if (counts) {
        times.computeIfAbsent(question.kind(), _ -> new ArrayList<>()).add(ms);
      }
    }
  }

  private static GraphQLClient client(TestServer server, int owner) {
    return server.client().with("X-Test-Caller", HistoryBenchRows.caller(owner));
  }

  private Map<String, String> plans(
      EmbeddedServer database, EmbeddedSettings settings, List<String> models) throws Exception {
    BenchPlans plans = new BenchPlans(settings.directory().resolve("postgresql.log"));
    Map<String, String> all = new LinkedHashMap<>();
    plans.begin(database);
    try (TestServer server = TestServer.start(properties(database))) {
      for (Question question : questions(server, models, 2)) {
        if (question.owner() == 0) {
          GraphQLClient client = client(server, 0);
          all.put(
              question.kind(),
              plans.of(() -> client.execute(question.document(), question.variables())));
        }
      }
    }
    plans.end(database);
    return all;
  }

  private static String row(List<Double> all) {
    return "p50 %.1f, p95 %.1f, p99 %.1f of %d"
        .formatted(at(all, 0.5), at(all, 0.95), at(all, 0.99), all.size());
  }

  private static double at(List<Double> all, double share) {
    List<Double> sorted = all.stream().sorted().toList();
    return sorted.get((int) Math.ceil(sorted.size() * share) - 1);
  }
}
