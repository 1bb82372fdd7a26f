package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Json;
import dev.assay.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** What prompts know of the runs that used them. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class PromptUsageTest {
  private static final String USAGE =
      "{ runCount lastUsedAt resultCount failureRate medianLatencyMs }";
  private static final String PROMPT =
      "query($id: ID!) { prompt(id: $id) { id useCount lastUsedAt usage "
          + USAGE
          + " versions { id number suggestedModel { name } usage "
          + USAGE
          + " } } }";

  private TestServer server;
  private String good;
  private String bad;

  @BeforeAll
  void start() {
    server = TestServer.start(Map.of());
    good = server.model("sim?tokens=3&gap=1ms");
    bad = server.model("sim?fault=500");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void usageIsWhatTheRunsRecorded() {
    Json prompt = create("used", good);
    String id = prompt.get("id").text();
    String first = prompt.get("currentVersion").get("id").text();
    String second =
        server
            .client()
            .data(
                "mutation($id: ID!) { updatePrompt(input: {id: $id, baseVersionNumber: 1, content:"
                    + " \"two\"}) { currentVersion { id } } }",
                Map.of("id", id))
            .get("updatePrompt")
            .get("currentVersion")
            .get("id")
            .text();
    assertUsage(prompt(id).get("usage"), 0, 0, null);

    String whole =
        run(Map.of("modelIds", List.of(good, bad), "iterations", 2, "promptVersionId", first));
    String mixed =
        run(
            Map.of(
                "lanes",
                List.of(
                    Map.of("modelId", good),
                    Map.of("modelId", good, "promptVersionId", second),
                    Map.of("modelId", good, "systemPrompt", "typed")),
                "promptVersionId",
                first));

    Json after = prompt(id);
    Json versions = after.get("versions");
    assertUsage(versions.get(1).get("usage"), 2, 5, 0.4);
    assertUsage(versions.get(0).get("usage"), 1, 1, 0.0);
    assertUsage(after.get("usage"), 2, 6, 2 / 6.0);
    List<Double> latencies =
        Stream.concat(latencies(whole, List.of(0)), latencies(mixed, List.of(0, 1)))
            .sorted()
            .toList();
    assertThat(latencies).hasSize(4);
    assertThat(after.get("usage").get("medianLatencyMs").number())
        .isEqualTo((latencies.get(1) + latencies.get(2)) / 2);
    assertThat(versions.get(1).get("suggestedModel").get("name").text()).contains("sim");
    awaitUses(id, 2);
    assertThat(prompt(id).get("lastUsedAt").isNull()).isFalse();
    assertThat(found(Map.of("promptId", id))).containsExactlyInAnyOrder(whole, mixed);
    assertThat(found(Map.of("promptVersionId", second))).containsExactly(mixed);
  }

  @Test
  void anUnknownPromptHasNoRuns() {
    run(Map.of("modelIds", List.of(good)));

    assertThat(found(Map.of("promptId", "01900000-0000-7000-8000-00000000dead"))).isEmpty();
  }

  @Test
  void aPromptMayBeUsedByManyRunsAtOnce() throws InterruptedException {
    String id = create("busy", good).get("id").text();
    String version = prompt(id).get("versions").get(0).get("id").text();
    List<Thread> threads =
        Stream.generate(() ->
                Thread.startVirtualThread(
                    () -> run(Map.of("modelIds", List.of(good), "promptVersionId", version))))
            .limit(10)
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }

    awaitUses(id, 10);
  }

  /** Nobody waits for the count, so that it may come a little later. */
  private void awaitUses(String id, int count) {
    long until = System.nanoTime() + 10_000_000_000L;
    while (prompt(id).get("useCount").integer() < count && System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    assertThat(prompt(id).get("useCount").integer()).isEqualTo(count);
  }

  private static void assertUsage(Json usage, int runs, int results, @Nullable Double failureRate) {
    assertThat(usage.get("runCount").integer()).isEqualTo(runs);
    assertThat(usage.get("resultCount").integer()).isEqualTo(results);
    assertThat(usage.get("lastUsedAt").isNull()).isEqualTo(runs == 0);
    assertThat(usage.get("medianLatencyMs").isNull()).isEqualTo(runs == 0);
    assertThat(usage.get("failureRate").isNull()).isEqualTo(failureRate == null);
    if (failureRate != null) {
      assertThat(usage.get("failureRate").number()).isEqualTo(failureRate);
    }
  }

  private Stream<Double> latencies(String run, List<Integer> lanes) {
    return server
        .client()
        .data(
            "query($id: ID!) { run(id: $id) { results { lane { position } timings { latencyMs } } }"
                + " }",
            Map.of("id", run))
        .get("run")
        .get("results")
        .list()
        .stream()
        .filter(result -> lanes.contains(result.get("lane").get("position").integer()))
        .map(result -> result.get("timings").get("latencyMs").number());
  }

  private List<String> found(Map<String, Object> filter) {
    return server
        .client()
        .data(
            "query($filter: RunFilter) { runs(filter: $filter) { nodes { id } } }",
            Map.of("filter", filter))
        .get("runs")
        .get("nodes")
        .list()
        .stream()
        .map(run -> run.get("id").text())
        .toList();
  }

  private String run(Map<String, Object> input) {
    Map<String, Object> whole = new HashMap<>(input);
    whole.put("userMessage", "Hello");
    String run = server.client().startRun(whole);
    server.client().finish(run);
    return run;
  }

  private Json create(String name, String model) {
    return server
        .client()
        .data(
            "mutation($input: CreatePromptInput!) { createPrompt(input: $input) { id"
                + " currentVersion { id } } }",
            Map.of("input", Map.of("name", name, "content", "one", "suggestedModelId", model)))
        .get("createPrompt");
  }

  private Json prompt(String id) {
    return server.client().data(PROMPT, Map.of("id", id)).get("prompt");
  }
}
