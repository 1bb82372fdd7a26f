package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.simulator.End;
import dev.assay.simulator.Exchange;
import dev.assay.testing.Json;
import dev.assay.testing.RunRecorder;
import dev.assay.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** The main job from the mutation to the stored result, against real upstreams. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class RunFlowTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String RUN =
      """
      query($id: ID!) { run(id: $id) {
        status userMessage systemPrompt iterations parameters { temperature }
        lanes { position ownParameters systemPrompt parameters { temperature maxTokens } modelSnapshot { modelName } }
        results { id status text reasoning finishReason error { code message }
          timings { timeToFirstTokenMs latencyMs interTokenP50Ms } usage { completionTokens cost } } } }
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
  void fourLanesStreamEveryTokenOnceAndInOrder() {
    String run =
        server
            .client()
            .startRun(
                "Hello",
                server.model("sim?text=numbers&tokens=100&gap=2ms&seed=1"),
                server.model("sim?text=numbers&tokens=150&gap=1ms&seed=2"),
                server.model("sim?text=numbers&tokens=50&gap=5ms&reasoning=20&seed=3"),
                server.model("sim?text=numbers&tokens=200&gap=1ms&ttft=200ms&seed=4"));
    RunRecorder recorder = server.client().finish(run);
    assertThat(recorder.answers())
        .isEqualTo(Map.of(0, numbers(100), 1, numbers(150), 2, numbers(50), 3, numbers(200)));
    assertThat(recorder.last().get("__typename").text()).isEqualTo("RunFinished");
    Json stored = stored(run);
    assertThat(stored.get("status").text()).isEqualTo("COMPLETED");
    assertThat(texts(stored))
        .containsExactly(numbers(100), numbers(150), numbers(50), numbers(200));
  }

  @Test
  void whoComesBeforeDuringOrAfterTheRunSeesTheSameText() {
    String run =
        server.client().startRun("Hello", server.model("sim?text=numbers&tokens=200&gap=3ms"));
    RunRecorder before = server.client().follow(run);
    before.await(event -> event.get("sequence").integer() > 50);
    RunRecorder during = server.client().follow(run);
    before.awaitComplete();
    during.awaitComplete();
    RunRecorder after = server.client().finish(run);
    assertThat(during.events().getFirst().get("sequence").integer()).isGreaterThan(50);
    assertThat(List.of(before.answers(), during.answers(), after.answers()))
        .containsOnly(Map.of(0, numbers(200)));
    assertThat(after.events().stream().map(event -> event.get("__typename").text()))
        .containsExactly("RunSnapshot", "RunFinished");
    assertThat(after.last().get("sequence")).isEqualTo(before.last().get("sequence"));
  }

  @Test
  void aReaderCutAtAnEventGoesOnBehindIt() {
    String run =
        server.client().startRun("Hello", server.model("sim?text=numbers&tokens=100&gap=5ms"));
    RunRecorder cut = server.client().follow(run);
    cut.await(event -> event.get("sequence").integer() == 20);
    cut.close();
    RunRecorder back = server.client().follow(run, 20);
    back.awaitComplete();
    assertThat(back.events().getFirst().get("sequence").integer()).isEqualTo(21);
    back.answers();
    int last = back.last().get("sequence").integer();
    RunRecorder done = server.client().follow(run, last);
    done.awaitComplete();
    assertThat(done.events()).isEmpty();
  }

  @Test
  void aReaderBehindWhatIsRememberedGetsASnapshot() {
    String run =
        server.client().startRun("Hello", server.model("sim?text=numbers&tokens=1500&gap=500us"));
    RunRecorder witness = server.client().follow(run);
    witness.await(event -> event.get("sequence").integer() > 1_000);
    RunRecorder late = server.client().follow(run, 3);
    late.await(1);
    assertThat(late.events().getFirst().get("__typename").text()).isEqualTo("RunSnapshot");
    late.awaitComplete();
    assertThat(late.answers()).isEqualTo(Map.of(0, numbers(1500)));
  }

  @Test
  void aReaderThatStopsReadingCostsNoBacklogAndIsGivenASnapshot() {
    String model = server.model("sim?text=stamps&tokens=25000&gap=100us&ttft=0");
    String run = server.client().startRun("Hello", model);
    RunRecorder stopped = server.client().follow(run);
    stopped.awaitPiece(0, 10);
    stopped.pause();
    RunRecorder witness = server.client().finish(run);
    stopped.resume();
    stopped.awaitComplete();
    int published = witness.last().get("sequence").integer();
    assertThat(published).isGreaterThan(25_000);
    assertThat(stopped.events().size()).isLessThan(published - 1_000);
    assertThat(stopped.answers()).isEqualTo(witness.answers());
  }

  @Test
  void cancellingAResultClosesItsSocketAndNoOther() {
    String doomed = server.model("sim?text=numbers&tokens=5000&gap=5ms&seed=21");
    String healthy = server.model("sim?text=numbers&tokens=100&gap=5ms&seed=22");
    String run = server.client().startRun("Hello", doomed, healthy);
    RunRecorder recorder = server.client().follow(run);
    Json piece = recorder.awaitPiece(0, 10);
    long asked = System.nanoTime();
    Json cancelled =
        server
            .client()
            .data(
                "mutation($id: ID!) { cancelResult(resultId: $id) { status text } }",
                Map.of("id", piece.get("resultId").text()))
            .get("cancelResult");
    assertThat(cancelled.get("status").text()).isEqualTo("CANCELLED");
    assertClosedWithin(asked, "seed=21");
    recorder.awaitComplete();
    Json stored = stored(run);
    assertThat(stored.get("status").text()).isEqualTo("COMPLETED");
    assertThat(texts(stored).get(1)).isEqualTo(numbers(100));
    assertThat(numbers(5000)).startsWith(texts(stored).getFirst());
    assertThat(texts(stored).getFirst()).isEqualTo(cancelled.get("text").text());
  }

  @Test
  void cancellingARunClosesAllSocketsAlsoOfSilentServers() {
    String stalled = server.model("sim?tokens=50&fault=stall&at=0&seed=31");
    String slow = server.model("sim?text=numbers&tokens=5000&gap=5ms&seed=32");
    String waiting = server.model("sim?ttft=20s&headers=20s&seed=33");
    String run = server.client().startRun("Hello", stalled, slow, waiting);
    RunRecorder recorder = server.client().follow(run);
    recorder.awaitPiece(1, 1);
    awaitExchange("seed=31");
    awaitExchange("seed=33");
    long asked = System.nanoTime();
    Json cancelled =
        server
            .client()
            .data(
                "mutation($id: ID!) { cancelRun(runId: $id) { status results { status } } }",
                Map.of("id", run))
            .get("cancelRun");
    assertThat(cancelled.get("status").text()).isEqualTo("CANCELLED");
    for (String seed : List.of("seed=31", "seed=32", "seed=33")) {
      assertClosedWithin(asked, seed);
    }
    recorder.awaitComplete();
    assertThat(stored(run).get("status").text()).isEqualTo("CANCELLED");
  }

  @Test
  void lanesAskWithTheirOwnParametersAndPrompts() {
    String model = server.model("sim?text=numbers&tokens=3&gap=1ms&seed=41");
    String run =
        server
            .client()
            .startRun(
                Map.of(
                    "userMessage",
                    "Hello",
                    "systemPrompt",
                    "Shared",
                    "parameters",
                    Map.of("temperature", 0.7, "maxTokens", 100),
                    "lanes",
                    List.of(
                        Map.of("modelId", model),
                        Map.of(
                            "modelId",
                            model,
                            "parameters",
                            Map.of("temperature", 0.1),
                            "systemPrompt",
                            "Own"),
                        Map.of("modelId", model, "systemPrompt", ""))));
    server.client().finish(run);
    Json lanes = stored(run).get("lanes");
    assertThat(lanes.get(0).get("systemPrompt").text()).isEqualTo("Shared");
    assertThat(lanes.get(0).get("ownParameters").list()).isEmpty();
    assertThat(lanes.get(1).get("systemPrompt").text()).isEqualTo("Own");
    assertThat(lanes.get(1).get("parameters").get("temperature").number()).isEqualTo(0.1);
    assertThat(lanes.get(1).get("parameters").get("maxTokens").integer()).isEqualTo(100);
    assertThat(lanes.get(2).get("systemPrompt").isNull()).isTrue();
    List<String> asked =
        server
            .simulator()
            .log()
            .exchanges(exchange -> exchange.model().contains("seed=41"))
            .stream()
            .map(exchange -> exchange.parameters().toString())
            .toList();
    assertThat(asked).hasSize(3);
    assertThat(asked).filteredOn(body -> body.contains("temperature=0.1")).hasSize(1);
    assertThat(asked).filteredOn(body -> body.contains("temperature=0.7")).hasSize(2);
  }

  @Test
  void theSameKeyStartsOneRunAndOtherInputUnderItIsAConflict() {
    String model = server.model("sim?text=numbers&tokens=3&gap=1ms");
    Map<String, Object> input =
        Map.of("userMessage", "Hello", "modelIds", List.of(model), "idempotencyKey", "once");
    String first = server.client().startRun(input);
    assertThat(server.client().startRun(input)).isEqualTo(first);
    server.client().finish(first);
    assertThat(server.client().startRun(input)).isEqualTo(first);
    Json answer =
        server
            .client()
            .execute(
                "mutation($input: StartRunInput!) { startRun(input: $input) { id } }",
                Map.of(
                    "input",
                    Map.of(
                        "userMessage",
                        "Other",
                        "modelIds",
                        List.of(model),
                        "idempotencyKey",
                        "once")));
    assertThat(answer.get("errors").get(0).get("extensions").get("code").text())
        .isEqualTo("CONFLICT");
  }

  /** The calendar's times and the timings are taken on one clock. */
  @Test
  void aRunTakesNoLessThanItsLongestAnswer() {
    String quick = server.model("sim?tokens=5&gap=1ms&seed=77");
    String slow = server.model("sim?tokens=60&gap=10ms&seed=78");
    String id = server.client().startRun("How long?", quick, slow);
    server.client().finish(id);

    Json run =
        server
            .client()
            .data(
                "query($id: ID!) { run(id: $id) { createdAt startedAt finishedAt"
                    + " results { timings { queuedMs latencyMs } } } }",
                Map.of("id", id))
            .get("run");

    Instant started = Instant.parse(run.get("startedAt").text());
    double tookMs =
        Duration.between(started, Instant.parse(run.get("finishedAt").text())).toNanos() / 1e6;
    double longestMs =
        run.get("results").list().stream()
            .mapToDouble(result -> result.get("timings").get("latencyMs").number())
            .max()
            .orElseThrow();
    assertThat(tookMs).isGreaterThan(longestMs - 1);
    assertThat(started).isAfterOrEqualTo(Instant.parse(run.get("createdAt").text()));
  }

  @Test
  void rerunAsksTheSameAgain() {
    String model = server.model("sim?text=numbers&tokens=5&gap=1ms&seed=51");
    String first =
        server
            .client()
            .startRun(
                Map.of(
                    "userMessage",
                    "Again",
                    "systemPrompt",
                    "Shared",
                    "parameters",
                    Map.of("temperature", 0.3),
                    "iterations",
                    2,
                    "lanes",
                    List.of(
                        Map.of("modelId", model),
                        Map.of("modelId", model, "systemPrompt", "Own"))));
    server.client().finish(first);
    String second =
        server
            .client()
            .data("mutation($id: ID!) { rerun(runId: $id) { id } }", Map.of("id", first))
            .get("rerun")
            .get("id")
            .text();
    server.client().finish(second);
    assertThat(second).isNotEqualTo(first);
    for (String field :
        List.of("userMessage", "systemPrompt", "iterations", "parameters", "lanes")) {
      assertThat(stored(second).get(field)).as(field).isEqualTo(stored(first).get(field));
    }
    assertThat(texts(stored(second))).isEqualTo(texts(stored(first)));
  }

  @Test
  void pollingAgreesWithTheStream() {
    String run =
        server.client().startRun("Hello", server.model("sim?text=numbers&tokens=300&gap=3ms"));
    RunRecorder recorder = server.client().follow(run);
    recorder.await(event -> event.get("sequence").integer() > 30);
    Json polled = stored(run);
    assertThat(polled.get("status").text()).isEqualTo("RUNNING");
    double firstMs = polled.get("results").get(0).get("timings").get("timeToFirstTokenMs").number();
    assertThat(firstMs).isBetween(20.0, 2_000.0);
    String text = texts(polled).getFirst();
    assertThat(text).isNotEmpty();
    recorder.awaitComplete();
    assertThat(numbers(300)).startsWith(text);
  }

  @Test
  void timingsAgreeWithTheSimulatorsOwnStamps() {
    String run =
        server
            .client()
            .startRun(
                "Hello", server.model("sim?text=numbers&tokens=40&gap=20ms&ttft=150ms&seed=61"));
    server.client().finish(run);
    Exchange exchange = awaitExchange("seed=61");
    long[] sent = exchange.tokenNanos();
    Json timings = stored(run).get("results").get(0).get("timings");
    double firstMs = (sent[0] - exchange.arrivedNanos()) / 1e6;
    double wholeMs = (sent[sent.length - 1] - exchange.arrivedNanos()) / 1e6;
    // Generous, since a busy machine delays readers; the bench compares closely.
    double tolerance = 2_000;
    assertThat(timings.get("timeToFirstTokenMs").number()).isBetween(firstMs, firstMs + tolerance);
    assertThat(timings.get("latencyMs").number()).isBetween(wholeMs, wholeMs + tolerance);
    assertThat(timings.get("interTokenP50Ms").number()).isBetween(10.0, 200.0);
  }

  private Json stored(String run) {
    return server.client().data(RUN, Map.of("id", run)).get("run");
  }

  private static List<String> texts(Json run) {
    return run.get("results").list().stream().map(result -> result.get("text").text()).toList();
  }

  private Exchange awaitExchange(String seed) {
    return server.simulator().log().await(exchange -> exchange.model().contains(seed), SOON);
  }

  private void assertClosedWithin(long askedNanos, String seed) {
    Exchange closed =
        server
            .simulator()
            .log()
            .await(
                exchange -> exchange.model().contains(seed) && exchange.ended(End.CLIENT_CLOSED),
                SOON);
    long tookMs = TimeUnit.NANOSECONDS.toMillis(closed.endedNanos() - askedNanos);
    assertThat(tookMs).as("ms until the upstream socket was closed").isLessThan(100);
  }

  private static String numbers(int count) {
    return IntStream.range(0, count).mapToObj(i -> i + " ").collect(Collectors.joining());
  }
}
