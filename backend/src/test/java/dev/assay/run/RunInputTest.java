package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Json;
import dev.assay.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong input: a code, the field's name, and nothing stored. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class RunInputTest {
  private static final String START =
      "mutation($input: StartRunInput!) { startRun(input: $input) { id } }";
  private static final String MODEL = "MODEL";

  private TestServer server;
  private String model;

  @BeforeAll
  void start() {
    server = TestServer.start(Map.of());
    model = server.model("sim?tokens=3&gap=1ms");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  static Stream<Arguments> wrong() {
    String unknown = new UUID(7, 7).toString();
    Map<String, Object> lane = Map.of("modelId", MODEL);
    return Stream.of(
        bad("input.modelIds", Map.of("userMessage", "Hi")),
        bad("input.modelIds", Map.of("userMessage", "Hi", "modelIds", List.of())),
        bad("input.lanes", Map.of("userMessage", "Hi", "lanes", List.of())),
        bad("input.modelIds[1]", Map.of("userMessage", "Hi", "modelIds", List.of(MODEL, MODEL))),
        bad(
            "input.lanes",
            Map.of("userMessage", "Hi", "modelIds", List.of(MODEL), "lanes", List.of(lane))),
        bad("input.modelIds[0]", Map.of("userMessage", "Hi", "modelIds", List.of("abc"))),
        bad(
            "input.lanes[0].modelId",
            Map.of("userMessage", "Hi", "lanes", List.of(Map.of("modelId", "abc")))),
        bad("input.userMessage", valid("userMessage", "")),
        bad("input.userMessage", valid("userMessage", " \n")),
        bad("input.userMessage", valid("userMessage", "\u00a0\u3000\u200b")),
        bad("input.userMessage", valid("userMessage", "배".repeat(3_414))),
        bad("input.userMessage", valid("userMessage", "a\0b")),
        bad("input.systemPrompt", valid("systemPrompt", "x".repeat(10_241))),
        bad(
            "input.promptVersionId",
            Map.of(
                "userMessage",
                "Hi",
                "modelIds",
                List.of(MODEL),
                "systemPrompt",
                "x",
                "promptVersionId",
                unknown)),
        bad("input.iterations", valid("iterations", 0)),
        bad("input.iterations", valid("iterations", 201)),
        bad(
            "input.iterations",
            Map.of("userMessage", "Hi", "iterations", 101, "lanes", List.of(lane, lane))),
        bad("input.parameters.temperature", valid("parameters", Map.of("temperature", 2.1))),
        bad("input.parameters.topP", valid("parameters", Map.of("topP", 0))),
        bad("input.parameters.maxTokens", valid("parameters", Map.of("maxTokens", 0))),
        bad("input.parameters.topK", valid("parameters", Map.of("topK", 0))),
        bad("input.parameters.minP", valid("parameters", Map.of("minP", 1.01))),
        bad(
            "input.parameters.frequencyPenalty",
            valid("parameters", Map.of("frequencyPenalty", -2.1))),
        bad(
            "input.parameters.presencePenalty",
            valid("parameters", Map.of("presencePenalty", 2.1))),
        bad(
            "input.parameters.repetitionPenalty",
            valid("parameters", Map.of("repetitionPenalty", 0))),
        bad(
            "input.parameters.reasoningEffort",
            valid("parameters", Map.of("reasoningEffort", "a"))),
        bad("input.parameters.responseFormat", valid("parameters", Map.of("responseFormat", "x"))),
        bad(
            "input.parameters.responseFormat",
            valid("parameters", Map.of("responseFormat", Map.of("a", "x".repeat(16_384))))),
        bad("input.parameters.extra", valid("parameters", Map.of("extra", List.of(1)))),
        bad(
            "input.parameters.extra",
            valid("parameters", Map.of("extra", Map.of("a", "배".repeat(1_366))))),
        bad("input.parameters.extra", valid("parameters", Map.of("extra", fields(21)))),
        bad(
            "input.parameters.extra.model",
            valid("parameters", Map.of("extra", Map.of("model", "other")))),
        bad(
            "input.parameters.extra.top_p",
            valid("parameters", Map.of("extra", Map.of("ok", 1, "top_p", 1)))),
        bad(
            "input.lanes[1].parameters.extra.stream",
            Map.of(
                "userMessage",
                "Hi",
                "lanes",
                List.of(
                    lane,
                    Map.of(
                        "modelId",
                        MODEL,
                        "parameters",
                        Map.of("extra", Map.of("stream", false)))))),
        bad("input.parameters.stop[0]", valid("parameters", Map.of("stop", List.of("")))),
        bad("input.parameters.stop[1]", valid("parameters", Map.of("stop", List.of("a", "a\0")))),
        bad(
            "input.lanes[1].parameters.temperature",
            Map.of(
                "userMessage",
                "Hi",
                "lanes",
                List.of(lane, Map.of("modelId", MODEL, "parameters", Map.of("temperature", -1))))),
        bad("input.idempotencyKey", valid("idempotencyKey", "")),
        Arguments.of(
            "NOT_FOUND",
            "input.modelIds[1]",
            Map.of("userMessage", "Hi", "modelIds", List.of(MODEL, unknown))),
        Arguments.of("NOT_FOUND", "input.promptVersionId", valid("promptVersionId", unknown)),
        Arguments.of(
            "NOT_FOUND",
            "input.lanes[0].promptVersionId",
            Map.of(
                "userMessage",
                "Hi",
                "lanes",
                List.of(Map.of("modelId", MODEL, "promptVersionId", unknown)))));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void wrongInputNamesItsFieldAndStoresNothing(
      String code, String field, Map<String, Object> input) {
    int before = count();
    Json answer = server.client().execute(START, Map.of("input", withModel(input)));
    Json extensions = answer.get("errors").get(0).get("extensions");
    assertThat(extensions.get("code").text()).isEqualTo(code);
    assertThat(extensions.get("field").text()).isEqualTo(field);
    assertThat(extensions.get("requestId").text()).isNotBlank();
    assertThat(count()).isEqualTo(before);
  }

  @Test
  void anAbsentPageSizeIsTheUsualOne() {
    Json page = server.client().data("{ runs(first: null) { nodes { id } } }", Map.of());
    Json models = server.client().data("{ models(first: null) { nodes { id } } }", Map.of());

    assertThat(page.get("runs").get("nodes").list()).hasSizeLessThanOrEqualTo(20);
    assertThat(models.get("models").get("nodes").list()).isNotEmpty();
  }

  @Test
  void aTimeOutsideOfTheCalendarIsRefused() {
    Json answer =
        server
            .client()
            .execute(
                "query($filter: RunFilter) { runs(filter: $filter) { totalCount } }",
                Map.of("filter", Map.of("from", "+999999999-12-31T23:59:59Z")));

    Json extensions = answer.get("errors").get(0).get("extensions");
    assertThat(extensions.get("code").text()).isEqualTo("BAD_USER_INPUT");
    assertThat(extensions.get("field").text()).isEqualTo("filter.from");
  }

  @Test
  void aMessageOfExactlyTheLimitIsTaken() {
    String message = "배".repeat(3_413) + "x";
    server.client().finish(server.client().startRun(message, model));
  }

  @Test
  void aRemovedModelCannotBeAsked() {
    String removed = server.model("sim?tokens=2");
    server
        .client()
        .data("mutation($id: ID!) { removeModel(id: $id) { id } }", Map.of("id", removed));
    Json answer =
        server
            .client()
            .execute(
                START, Map.of("input", Map.of("userMessage", "Hi", "modelIds", List.of(removed))));
    Json error = answer.get("errors").get(0);
    assertThat(error.get("extensions").get("code").text()).isEqualTo("NOT_FOUND");
    assertThat(error.get("message").text()).contains("was removed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query($id: ID!) { run(id: $id) { id } }",
        "query($id: ID!) { model(id: $id) { id } }",
        "mutation($id: ID!) { cancelRun(runId: $id) { id } }",
        "mutation($id: ID!) { cancelResult(resultId: $id) { id } }",
        "mutation($id: ID!) { rerun(runId: $id) { id } }",
        "mutation($id: ID!) { removeModel(id: $id) { id } }"
      })
  void anUnknownIdIsNotFoundAndAMalformedOneIsBadInput(String document) {
    assertThat(code(document, new UUID(1, 2).toString())).isEqualTo("NOT_FOUND");
    assertThat(code(document, "1")).isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void followingAnUnknownRunIsAnError() {
    var recorder = server.client().finish(new UUID(1, 2).toString());
    assertThat(recorder.events()).isEmpty();
    assertThat(recorder.errors().getFirst().get(0).get("extensions").get("code").text())
        .isEqualTo("NOT_FOUND");
  }

  private String code(String document, String id) {
    return server
        .client()
        .execute(document, Map.of("id", id))
        .get("errors")
        .get(0)
        .get("extensions")
        .get("code")
        .text();
  }

  private static Map<String, Integer> fields(int count) {
    return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "field" + i, i -> i));
  }

  private int count() {
    return server
        .client()
        .data("{ runs { totalCount } }", Map.of())
        .get("runs")
        .get("totalCount")
        .integer();
  }

  private static Arguments bad(String field, Map<String, Object> input) {
    return Arguments.of("BAD_USER_INPUT", field, input);
  }

  /** An input that is right but for one field. */
  private static Map<String, Object> valid(String field, Object value) {
    Map<String, Object> input =
        new HashMap<>(Map.of("userMessage", "Hi", "modelIds", List.of(MODEL)));
    input.put(field, value);
    return input;
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> withModel(Map<String, Object> input) {
    return (Map<String, Object>) replace(input);
  }

  private Object replace(Object value) {
    return switch (value) {
      case String text -> text.equals(MODEL) ? model : text;
      case List<?> list -> list.stream().map(this::replace).toList();
      case Map<?, ?> map -> {
        Map<Object, Object> copy = new HashMap<>();
        map.forEach((key, item) -> copy.put(key, replace(item)));
        yield copy;
      }
      default -> value;
    };
  }
}
