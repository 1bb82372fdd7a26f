package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.provider.Protocol;
import dev.assay.testing.Json;
import dev.assay.testing.Recording;
import dev.assay.testing.ReplayServer;
import dev.assay.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run by each protocol, from the model's registration to the stored result. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class ProtocolRunTest {
  private static final String PARAMETERS =
      "temperature maxTokens topP seed stop topK minP frequencyPenalty presencePenalty"
          + " repetitionPenalty reasoningEffort responseFormat extra";
  private static final String RUN =
      """
      query($id: ID!) { run(id: $id) {
        parameters { %1$s }
        lanes { ownParameters ignoredParameters parameters { %1$s } modelSnapshot { protocol } }
        results { status text reasoning finishReason error { code message }
          usage { promptTokens completionTokens reasoningTokens } } } }
      """
          .formatted(PARAMETERS);

  /** Whose fields no alphabet orders, for their order is to stay. */
  private static final String SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"zebra\":{\"type\":\"string\"},\"ant\":{\"type\":\"string\"}},\"required\":[\"zebra\"]}";

  private TestServer server;

  @BeforeAll
  void start() {
    server = TestServer.start(Map.of());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  static Stream<Arguments> protocols() {
    return Stream.of(
        Arguments.of(Protocol.OPENAI, "openai/reasoning", "9.8", 9, List.of()),
        Arguments.of(
            Protocol.ANTHROPIC,
            "anthropic/thinking",
            "It is 21.",
            60,
            List.of("seed", "minP", "frequencyPenalty", "presencePenalty", "repetitionPenalty")),
        Arguments.of(
            Protocol.GEMINI, "gemini/thoughts", "9.8.", 29, List.of("minP", "repetitionPenalty")));
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void aRunOfEachProtocolEndsWithItsStoredAnswer(
      Protocol protocol, String recording, String answer, int tokens, List<String> ignored) {
    try (ReplayServer replay = ReplayServer.start()) {
      replay.play(Recording.of(recording));
      String model = register(protocol, replay.url());

      String run =
          server
              .client()
              .startRun(
                  Map.of("userMessage", "Hello", "parameters", all(), "modelIds", List.of(model)));
      assertThat(server.client().finish(run).answers()).isEqualTo(Map.of(0, answer));

      Json stored = stored(run);
      Json lane = stored.get("lanes").get(0);
      Json result = stored.get("results").get(0);
      assertThat(lane.get("modelSnapshot").get("protocol").text()).isEqualTo(protocol.name());
      assertThat(texts(lane.get("ignoredParameters"))).isEqualTo(ignored);
      assertThat(result.get("status").text()).isEqualTo("COMPLETED");
      assertThat(result.get("text").text()).isEqualTo(answer);
      assertThat(result.get("reasoning").text()).isNotEmpty();
      assertThat(result.get("finishReason").text()).isEqualTo("length");
      assertThat(result.get("usage").get("completionTokens").integer()).isEqualTo(tokens);
    }
  }

  @Test
  void parametersAreStoredReadBackAndRepeatedAsTheyWereGiven() {
    try (ReplayServer replay = ReplayServer.start()) {
      replay.play(Recording.of("openai/plain"));
      Map<String, Object> own = Map.of("topK", 5, "extra", Map.of("own", true));
      Map<String, Object> lane =
          Map.of("modelId", register(Protocol.OPENAI, replay.url()), "parameters", own);

      String run =
          server
              .client()
              .startRun(
                  Map.of("userMessage", "Hello", "parameters", all(), "lanes", List.of(lane)));
      server.client().finish(run);
      String again = rerun(run);
      server.client().finish(again);

      Map<String, Object> merged = all();
      merged.putAll(own);
      for (Json stored : List.of(stored(run), stored(again))) {
        assertThat(stored.get("parameters")).isEqualTo(json(all()));
        Json readLane = stored.get("lanes").get(0);
        assertThat(readLane.get("parameters")).isEqualTo(json(merged));
        assertThat(texts(readLane.get("ownParameters"))).containsExactly("topK", "extra");
      }
      assertThat(replay.requests()).hasSize(2);
      assertThat(replay.requests().get(0).body()).isEqualTo(replay.requests().get(1).body());
      for (ReplayServer.Request request : replay.requests()) {
        Json schema = request.body().get("response_format").get("json_schema").get("schema");
        assertThat(Json.write(schema.node())).isEqualTo(SCHEMA);
        assertThat(request.body().get("own").isTrue()).isTrue();
        assertThat(request.body().has("user")).isFalse();
      }
    }
  }

  @Test
  void theSameKeyWithOtherParametersIsAConflict() {
    String model = server.model("sim?tokens=2");
    Map<String, Object> input =
        Map.of(
            "userMessage",
            "Hello",
            "modelIds",
            List.of(model),
            "idempotencyKey",
            "parameters",
            "parameters",
            Map.of("extra", Map.of("a", 1)));
    Map<String, Object> other = new HashMap<>(input);
    other.put("parameters", Map.of("extra", Map.of("a", 2)));

    String run = server.client().startRun(input);

    assertThat(server.client().startRun(input)).isEqualTo(run);
    assertThat(code(other)).isEqualTo("CONFLICT");
  }

  /** To Anthropic with an effort, {@code thinking} is written; without one it is free. */
  @Test
  void whatAnExtraFieldMayNotBeIsTheProtocolsToSay() {
    try (ReplayServer replay = ReplayServer.start()) {
      replay.play(Recording.of("anthropic/plain"));
      String anthropic = register(Protocol.ANTHROPIC, replay.url());
      Map<String, Object> thinking = Map.of("thinking", Map.of("type", "disabled"));

      assertThat(code(asking(anthropic, Map.of("extra", Map.of("system", "x")))))
          .isEqualTo("BAD_USER_INPUT");
      assertThat(code(asking(anthropic, Map.of("extra", thinking, "reasoningEffort", "LOW"))))
          .isEqualTo("BAD_USER_INPUT");
      server
          .client()
          .finish(server.client().startRun(asking(anthropic, Map.of("extra", thinking))));
      assertThat(replay.requests().getFirst().body().get("thinking").get("type").text())
          .isEqualTo("disabled");
    }
  }

  private static Map<String, Object> asking(String model, Map<String, Object> parameters) {
    return Map.of("userMessage", "Hello", "modelIds", List.of(model), "parameters", parameters);
  }

  private static Map<String, Object> all() {
    Map<String, Object> all = new HashMap<>();
    all.put("temperature", 0.5);
    all.put("maxTokens", 100);
    all.put("topP", 0.9);
    all.put("seed", 7);
    all.put("stop", List.of("a"));
    all.put("topK", 40);
    all.put("minP", 0.05);
    all.put("frequencyPenalty", 0.1);
    all.put("presencePenalty", -0.1);
    all.put("repetitionPenalty", 1.1);
    all.put("reasoningEffort", "LOW");
    all.put("responseFormat", Json.read(SCHEMA).node());
    all.put("extra", Map.of("user", "u1"));
    return all;
  }

  private String register(Protocol protocol, String address) {
    Json model =
        server
            .client()
            .data(
                "mutation($input: RegisterModelInput!) { registerModel(input: $input) {"
                    + " id protocol endpointUrl hasApiKey } }",
                Map.of(
                    "input",
                    Map.of(
                        "name", "Replayed",
                        "modelName", "m",
                        "endpointUrl", address,
                        "protocol", protocol.name(),
                        "apiKey", "sk-secret")))
            .get("registerModel");
    assertThat(model.get("protocol").text()).isEqualTo(protocol.name());
    assertThat(model.get("endpointUrl").text()).isEqualTo(address + protocol.basePath());
    return model.get("id").text();
  }

  private String rerun(String run) {
    return server
        .client()
        .data("mutation($id: ID!) { rerun(runId: $id) { id } }", Map.of("id", run))
        .get("rerun")
        .get("id")
        .text();
  }

  private String code(Map<String, Object> input) {
    return server
        .client()
        .execute(
            "mutation($input: StartRunInput!) { startRun(input: $input) { id } }",
            Map.of("input", input))
        .get("errors")
        .get(0)
        .get("extensions")
        .get("code")
        .text();
  }

  private Json stored(String run) {
    return server.client().data(RUN, Map.of("id", run)).get("run");
  }

  private static List<String> texts(Json list) {
    return list.list().stream().map(Json::text).toList();
  }

  private static Json json(Map<String, Object> value) {
    return Json.read(Json.write(value));
  }
}
