package dev.assay.run.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.GraphQLClient;
import dev.assay.testing.Json;
import dev.assay.testing.RunRecorder;
import dev.assay.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many messages, asked the same way. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class BatchTest {
  static final String BATCH =
      """
      query($id: ID!) { batch(id: $id) { name status finishedAt
        progress { total pending running completed failed cancelled }
        runs(first: 100) { totalCount nodes { id status batchPosition userMessage systemPrompt batch { id }
          results { status text error { code } } } } } }
      """;

  private static final String EVENTS =
      """
      subscription($id: ID!) { batchEvents(batchId: $id) { __typename sequence
        ... on BatchSnapshot { batch { status } }
        ... on BatchResultFinished { run { id status batchPosition } result { id status text lane { position } } }
        ... on BatchFinished { batch { status removedAt progress { completed } } } } }
      """;

  private TestServer server;

  @BeforeAll
  void start() {
    server = TestServer.start(Map.of());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void everyMessageIsAskedOfEveryLane() {
    String id =
        start(
            Map.of(
                "name",
                "Many",
                "items",
                messages(30),
                "iterations",
                2,
                "modelIds",
                List.of(
                    server.model("sim?text=numbers&tokens=3&gap=1ms"),
                    server.model("sim?text=numbers&tokens=4&gap=1ms"))));
    RunRecorder recorder = follow(id);
    recorder.awaitComplete();

    Json batch = batch(id);
    assertThat(batch.get("name").text()).isEqualTo("Many");
    assertThat(batch.get("status").text()).isEqualTo("COMPLETED");
    assertThat(batch.get("progress").get("total").integer()).isEqualTo(120);
    assertThat(batch.get("progress").get("completed").integer()).isEqualTo(120);
    List<Json> runs = batch.get("runs").get("nodes").list();
    assertThat(runs.stream().map(run -> run.get("userMessage").text()))
        .containsExactlyElementsOf(IntStream.range(0, 30).mapToObj(i -> "Message " + i).toList());
    assertThat(
            runs.stream()
                .flatMap(run -> run.get("results").list().stream())
                .map(result -> result.get("text").text())
                .collect(Collectors.toSet()))
        .isEqualTo(Set.of("0 1 2 ", "0 1 2 3 "));
    assertThat(runs.getFirst().get("batch").get("id").text()).isEqualTo(id);

    List<Json> events = recorder.events();
    assertThat(
            events.stream()
                .filter(event -> event.get("__typename").text().equals("BatchResultFinished"))
                .map(event -> event.get("result").get("id").text()))
        .doesNotHaveDuplicates();
    assertThat(events.getLast().get("__typename").text()).isEqualTo("BatchFinished");
    assertThat(events.getLast().get("batch").get("progress").get("completed").integer())
        .isEqualTo(120);
    int first = events.getFirst().get("sequence").integer();
    assertThat(events.stream().map(event -> event.get("sequence").integer()))
        .containsExactlyElementsOf(
            IntStream.range(0, events.size()).mapToObj(i -> first + i).toList());
  }

  @Test
  void itemsFillTheirOwnVariables() {
    String version =
        server
            .client()
            .data(
                "mutation { createPrompt(input: {name: \"Batched\", content: \"{{tone}},"
                    + " {{lang}}\", variables: [{name: \"tone\", type: TEXT}, {name: \"lang\","
                    + " type: TEXT}], exampleTurns: [{user: \"a\", assistant: \"b\"}]}) {"
                    + " currentVersion { id } } }",
                Map.of())
            .get("createPrompt")
            .get("currentVersion")
            .get("id")
            .text();
    String id =
        start(
            Map.of(
                "modelIds",
                List.of(server.model("sim?text=numbers&tokens=1&seed=902")),
                "promptVersionId",
                version,
                "variables",
                List.of(value("tone", "kind"), value("lang", "en")),
                "items",
                List.of(
                    Map.of("message", "One"),
                    Map.of("message", "Two", "variables", List.of(value("lang", "ko"))))));
    follow(id).awaitComplete();
    assertThat(
            batch(id).get("runs").get("nodes").list().stream()
                .map(run -> run.get("systemPrompt").text()))
        .containsExactly("kind, en", "kind, ko");
    assertThat(
            server.simulator().log().exchanges(exchange -> exchange.model().contains("seed=902")))
        .hasSize(2)
        .allSatisfy(exchange -> assertThat(exchange.parameters().toString()).isNotEmpty());
  }

  @Test
  void cancellingLeavesWhatHasEndedAndBeginsNothingMore() {
    String id =
        start(
            Map.of(
                "items",
                messages(100),
                "iterations",
                20,
                "modelIds",
                List.of(server.model("sim?text=numbers&tokens=500&gap=20ms"))));
    RunRecorder recorder = follow(id);
    while (batch(id).get("progress").get("running").integer() == 0) {
      Thread.onSpinWait();
    }
    Json cancelled =
        server
            .client()
            .data("mutation($id: ID!) { cancelBatch(batchId: $id) { id } }", Map.of("id", id))
            .get("cancelBatch");
    assertThat(cancelled.get("id").text()).isEqualTo(id);
    recorder.awaitComplete();
    Json batch = batch(id);
    assertThat(batch.get("status").text()).isEqualTo("CANCELLED");
    assertThat(batch.get("progress").get("cancelled").integer()).isEqualTo(2_000);
    assertThat(batch.get("runs").get("nodes").list())
        .allSatisfy(run -> assertThat(run.get("status").text()).isEqualTo("CANCELLED"));
  }

  @Test
  void oneRunOfItCanBeStoppedAlsoWhileItWaits() {
    String id =
        start(
            Map.of(
                "items",
                messages(5),
                "iterations",
                200,
                "modelIds",
                List.of(server.model("sim?text=numbers&tokens=30&gap=5ms"))));
    String last = batch(id).get("runs").get("nodes").get(4).get("id").text();
    Json stopped =
        server
            .client()
            .data(
                "mutation($id: ID!) { cancelRun(runId: $id) { status results { status } } }",
                Map.of("id", last))
            .get("cancelRun");
    assertThat(stopped.get("status").text()).isEqualTo("CANCELLED");
    assertThat(stopped.get("results").list())
        .hasSize(200)
        .allSatisfy(result -> assertThat(result.get("status").text()).isEqualTo("CANCELLED"));
    follow(id).awaitComplete();
    Json batch = batch(id);
    assertThat(batch.get("status").text()).isEqualTo("COMPLETED");
    assertThat(batch.get("progress").get("completed").integer()).isEqualTo(800);
  }

  @Test
  void aThousandMessagesOfTenKilobytesAreOneBatch() {
    String model = server.model("sim?text=numbers&tokens=900&gap=20ms");
    List<Map<String, Object>> items =
        IntStream.range(0, 1_000)
            .mapToObj(i -> Map.<String, Object>of("message", i + " " + "x".repeat(10_000)))
            .toList();
    String id = start(Map.of("items", items, "modelIds", List.of(model)));
    assertThat(batch(id).get("progress").get("total").integer()).isEqualTo(1_000);
    List<Json> runs = batch(id).get("runs").get("nodes").list();
    assertThat(runs.getLast().get("userMessage").text()).isEqualTo("99 " + "x".repeat(10_000));
    mutate("removeBatch(batchId: $id)", id);
    follow(id).awaitComplete();

    List<Map<String, Object>> oneTooLong = new ArrayList<>(items);
    oneTooLong.set(999, Map.of("message", "x".repeat(10_241)));
    Json answer =
        server
            .client()
            .execute(
                "mutation($input: StartBatchInput!) { startBatch(input: $input) { id } }",
                Map.of("input", Map.of("items", oneTooLong, "modelIds", List.of(model))));
    Json error = answer.get("errors").get(0);
    assertThat(error.get("extensions").get("field").text()).isEqualTo("input.items[999].message");
    assertThat(error.get("message").text()).contains("10,240");
  }

  @Test
  void theSameKeyStartsOneBatch() {
    Map<String, Object> input =
        Map.of(
            "items",
            messages(2),
            "idempotencyKey",
            "once",
            "modelIds",
            List.of(server.model("sim?tokens=1")));
    String id = start(input);
    assertThat(start(input)).isEqualTo(id);
  }

  @Test
  void oneLaneThatFailsFailsNoOther() {
    String id =
        start(
            Map.of(
                "items",
                messages(3),
                "modelIds",
                List.of(
                    server.model("sim?status=500"), server.model("sim?text=numbers&tokens=2"))));
    follow(id).awaitComplete();
    Json batch = batch(id);
    assertThat(batch.get("status").text()).isEqualTo("COMPLETED");
    assertThat(batch.get("progress").get("failed").integer()).isEqualTo(3);
    assertThat(batch.get("progress").get("completed").integer()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "'items: []', input.items",
    "'items: [{message: \"x\"}, {message: \" \"}]', input.items[1].message",
    "'items: [{message: \"x\", variables: [{name: \"a\", value: \"b\"}]}]',"
        + " input.items[0].variables[0].name",
    "'items: [{message: \"x\"}], iterations: 201', input.iterations",
    "'items: [{message: \"x\"}], check: {kind: REGEX, value: \"(\"}', input.check.value"
  })
  void wrongInputNamesItsField(String input, String field) {
    String model = server.model("sim?tokens=1");
    Json answer =
        server
            .client()
            .execute(
                "mutation { startBatch(input: {modelIds: [\"%s\"], %s}) { id } }"
                    .formatted(model, input),
                Map.of());
    Json error = answer.get("errors").get(0).get("extensions");
    assertThat(error.get("code").text()).isEqualTo("BAD_USER_INPUT");
    assertThat(error.get("field").text()).isEqualTo(field);
  }

  @Test
  void aRemovedBatchLeavesTheListsWithItsRunsAndComesBackWithThem() {
    String id =
        start(Map.of("items", messages(3), "modelIds", List.of(server.model("sim?tokens=1"))));
    follow(id).awaitComplete();
    List<String> runs = runs(id);
    mutate("removeRun(runId: $id)", runs.getFirst());

    Json removed = mutate("removeBatch(batchId: $id)", id);
    assertThat(removed.get("removedAt").isNull()).isFalse();
    assertThat(removed.get("status").text()).isEqualTo("COMPLETED");
    assertThat(batches()).doesNotContain(id);
    assertThat(listed("{isInBatch: true}")).doesNotContainAnyElementsOf(runs);
    // Who has its address still reads it whole.
    assertThat(runs(id)).isEqualTo(runs);
    // Removing it once more changes nothing.
    assertThat(mutate("removeBatch(batchId: $id)", id).get("removedAt"))
        .isEqualTo(removed.get("removedAt"));

    assertThat(mutate("restoreBatch(batchId: $id)", id).get("removedAt").isNull()).isTrue();
    assertThat(batches()).contains(id);
    assertThat(listed("{isInBatch: true}"))
        .containsAll(runs.subList(1, 3))
        .doesNotContain(runs.getFirst());
  }

  /** Twenty runs of some twenty seconds. */
  private String startLongBatch() {
    return start(
        Map.of(
            "items",
            messages(20),
            "modelIds",
            List.of(server.model("sim?text=numbers&tokens=900&gap=20ms"))));
  }

  /** At whatever moment it comes: a run that is just being begun is neither waiting nor live. */
  @RepeatedTest(10)
  void cancellingABatchThatHasJustBegunLeavesNothingRunning(RepetitionInfo repetition) {
    String id = startLongBatch();
    LockSupport.parkNanos(Duration.ofMillis(3L * repetition.getCurrentRepetition()).toNanos());
    mutate("cancelBatch(batchId: $id)", id);
    follow(id).awaitComplete();
    assertThat(batch(id).get("progress").get("cancelled").integer()).isEqualTo(20);
  }

  @Test
  void removingABatchThatGoesOnStopsIt() {
    String id = startLongBatch();
    RunRecorder recorder = follow(id);
    recorder.await(1);
    mutate("removeBatch(batchId: $id)", id);
    recorder.awaitComplete();
    assertThat(recorder.last().get("batch").get("status").text()).isEqualTo("CANCELLED");
    assertThat(recorder.last().get("batch").get("removedAt").isNull()).isFalse();
    assertThat(batch(id).get("progress").get("cancelled").integer()).isEqualTo(20);
    mutate("restoreBatch(batchId: $id)", id);
    assertThat(batch(id).get("status").text()).isEqualTo("CANCELLED");
    assertThat(listed("{isInBatch: true}")).containsAll(runs(id));
  }

  private Json mutate(String mutation, String id) {
    Json data =
        server
            .client()
            .data(
                "mutation($id: ID!) { changed: %s { id status removedAt } }".formatted(mutation),
                Map.of("id", id));
    return data.get("changed");
  }

  private List<String> runs(String batch) {
    return batch(batch).get("runs").get("nodes").list().stream()
        .map(run -> run.get("id").text())
        .toList();
  }

  private List<String> batches() {
    return server
        .client()
        .data("{ batches(first: 100) { nodes { id } totalCount } }", Map.of())
        .get("batches")
        .get("nodes")
        .list()
        .stream()
        .map(batch -> batch.get("id").text())
        .toList();
  }

  @Test
  void aRunOfABatchIsAProgramToo() {
    String id =
        start(Map.of("items", messages(1), "modelIds", List.of(server.model("sim?tokens=1"))));
    Json run =
        server
            .client()
            .data(
                "query($id: ID!) { run(id: $id) { lanes { code(language: CURL) } } }",
                Map.of("id", runs(id).getFirst()))
            .get("run");
    assertThat(run.get("lanes").get(0).get("code").text()).contains("curl", "Message 0");
  }

  @Test
  void theHistoryTellsBatchesApart() {
    String id =
        start(Map.of("items", messages(2), "modelIds", List.of(server.model("sim?tokens=1"))));
    follow(id).awaitComplete();
    String alone = server.client().startRun("Alone", server.model("sim?tokens=1"));
    server.client().finish(alone);
    assertThat(listed("{isInBatch: false}")).contains(alone);
    assertThat(listed("{isInBatch: true}")).doesNotContain(alone).hasSizeGreaterThanOrEqualTo(2);
  }

  private List<String> listed(String filter) {
    return server
        .client()
        .data("{ runs(first: 100, filter: %s) { nodes { id } } }".formatted(filter), Map.of())
        .get("runs")
        .get("nodes")
        .list()
        .stream()
        .map(run -> run.get("id").text())
        .toList();
  }

  private String start(Map<String, Object> input) {
    return start(server.client(), input);
  }

  static String start(GraphQLClient client, Map<String, Object> input) {
    return client
        .data(
            "mutation($input: StartBatchInput!) { startBatch(input: $input) { id } }",
            Map.of("input", new HashMap<>(input)))
        .get("startBatch")
        .get("id")
        .text();
  }

  private RunRecorder follow(String id) {
    return follow(server.client(), id);
  }

  static RunRecorder follow(GraphQLClient client, String id) {
    return client.subscribe(EVENTS, Map.of("id", id));
  }

  private Json batch(String id) {
    return server.client().data(BATCH, Map.of("id", id)).get("batch");
  }

  static List<Map<String, Object>> messages(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Map.<String, Object>of("message", "Message " + i))
        .toList();
  }

  private static Map<String, Object> value(String name, String value) {
    return Map.of("name", name, "value", value);
  }
}
