package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Values for prompt versions: from the start of a run to what the model server reads. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class RunVariablesTest {
  private static final String START =
      "mutation($input: StartRunInput!) { startRun(input: $input) { id } }";
  private static final String RUN =
      "query($id: ID!) { run(id: $id) { systemPrompt promptVersion { id }"
          + " variables { name value source }"
          + " lanes { systemPrompt promptVersion { id } variables { name value source } } } }";

  private TestServer server;
  private ReplayServer upstream;
  private String model;
  private String version;
  private String other;

  @BeforeAll
  void start() {
    server = TestServer.start(Map.of());
    upstream = ReplayServer.start();
    upstream.play(Recording.of("openai/plain"));
    model = server.client().model("m", upstream.url());
    version =
        prompt(
            Map.of(
                "name",
                "one",
                "content",
                "In {{language}}, {{count}} times, to {{who}}.",
                "exampleTurns",
                List.of(Map.of("user", "Hi {{who}}", "assistant", "\\{{ok}}")),
                "variables",
                List.of(
                    Map.of("name", "language", "type", "CHOICE", "options", List.of("ko", "en")),
                    Map.of("name", "count", "type", "NUMBER", "defaultValue", "2"))));
    other = prompt(Map.of("name", "other", "content", "To {{who}} and {{others}}."));
  }

  @AfterAll
  void stop() {
    upstream.close();
    server.close();
  }

  @Test
  void valuesAreFilledInSentAndKept() {
    int before = upstream.requests().size();
    String run = run(Map.of("variables", values("who", "{{count}} $1", "language", "ko")));

    Json messages = upstream.requests().get(before).body().get("messages");
    assertThat(messages)
        .isEqualTo(
            Json.read(
                """
                [{"role": "system", "content": "In ko, 2 times, to {{count}} $1."},
                 {"role": "user", "content": "Hi {{count}} $1"}, {"role": "assistant", "content": "{{ok}}"},
                 {"role": "user", "content": "Hello"}]
                """));
    Json stored = stored(run);
    assertThat(stored.get("systemPrompt").text()).isEqualTo("In ko, 2 times, to {{count}} $1.");
    assertThat(stored.get("promptVersion").get("id").text()).isEqualTo(version);
    assertThat(stored.get("variables"))
        .isEqualTo(
            Json.read(
                """
                [{"name": "language", "value": "ko", "source": "RUN"},
                 {"name": "count", "value": "2", "source": "DEFAULT"},
                 {"name": "who", "value": "{{count}} $1", "source": "RUN"}]
                """));
    assertThat(stored.get("lanes").get(0).get("variables")).isEqualTo(stored.get("variables"));
  }

  @Test
  void aLaneHasItsOwnValuesAndItsOwnVersion() {
    Map<String, Object> own = Map.of("modelId", model, "variables", values("who", "you"));
    Map<String, Object> another =
        Map.of("modelId", model, "promptVersionId", other, "variables", values("others", "them"));
    Map<String, Object> typed = Map.of("modelId", model, "systemPrompt", "Plain {{who}}.");
    Map<String, Object> shared = Map.of("modelId", model);
    Map<String, Object> input = new HashMap<>();
    input.put("lanes", List.of(own, another, typed, shared));
    input.put("variables", values("who", "me", "language", "en"));

    String run = run(input);

    assertLanes(run);
    Json again =
        server
            .client()
            .data("mutation($id: ID!) { rerun(runId: $id) { id } }", Map.of("id", run))
            .get("rerun");
    server.client().finish(again.get("id").text());
    assertLanes(again.get("id").text());
    assertThat(stored(again.get("id").text())).isEqualTo(stored(run));
  }

  private void assertLanes(String run) {
    assertThat(stored(run).get("lanes").list())
        .extracting(lane -> lane.get("systemPrompt").text())
        .containsExactly(
            "In en, 2 times, to you.",
            "To me and them.",
            "Plain {{who}}.",
            "In en, 2 times, to me.");
    assertThat(stored(run).get("lanes").get(1).get("variables"))
        .isEqualTo(
            Json.read(
                """
                [{"name": "who", "value": "me", "source": "RUN"},
                 {"name": "others", "value": "them", "source": "LANE"}]
                """));
  }

  @Test
  void anEmptyValueIsAValueAndAnEmptyDefaultADefault() {
    String empty =
        prompt(
            Map.of(
                "name",
                "empty",
                "content",
                "[{{a}}{{b}}]",
                "variables",
                List.of(Map.of("name", "b", "defaultValue", ""))));
    Map<String, Object> input = whole(Map.of("variables", values("a", "")));
    input.put("promptVersionId", empty);

    String run = server.client().startRun(input);
    server.client().finish(run);

    assertThat(stored(run).get("systemPrompt").text()).isEqualTo("[]");
    assertThat(stored(run).get("variables"))
        .isEqualTo(
            Json.read(
                """
                [{"name": "a", "value": "", "source": "RUN"}, {"name": "b", "value": "", "source": "DEFAULT"}]
                """));
  }

  @Test
  void whatNoLaneAsksWithNeedsNoValue() {
    String run =
        run(
            Map.of(
                "lanes",
                List.of(
                    Map.of("modelId", model, "variables", values("who", "a", "language", "ko")),
                    Map.of("modelId", model, "systemPrompt", ""))));

    assertThat(stored(run).get("variables").list()).isEmpty();
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("input.variables", "language", Map.of("variables", values("who", "x"))),
        Arguments.of("input.variables", "who", Map.of("variables", values("language", "ko"))),
        Arguments.of(
            "input.variables[1].value",
            "language",
            Map.of("variables", values("who", "x", "language", "fr"))),
        Arguments.of(
            "input.variables[2].value",
            "count",
            Map.of("variables", values("who", "x", "language", "ko", "count", "many"))),
        Arguments.of(
            "input.variables[1].name",
            "twice",
            Map.of("variables", values("who", "x", "who", "y"))),
        Arguments.of("input.variables[0].name", "whom", Map.of("variables", values("whom", "x"))),
        Arguments.of(
            "input.variables[0].value",
            "bytes",
            Map.of("variables", values("who", "x".repeat(10_241)))),
        Arguments.of(
            "input.lanes[0].variables",
            "others",
            lane(Map.of("promptVersionId", "OTHER", "variables", values("who", "x")))),
        Arguments.of(
            "input.lanes[0].variables[0].name",
            "whom",
            lane(Map.of("promptVersionId", "OTHER", "variables", values("whom", "x")))),
        Arguments.of(
            "input.lanes[0].variables[1].value",
            "number",
            lane(Map.of("variables", values("who", "x", "count", "x", "language", "ko")))),
        Arguments.of(
            "input.lanes[0].variables[0].name",
            "who",
            lane(Map.of("systemPrompt", "{{who}}", "variables", values("who", "x")))));
  }

  private static Map<String, Object> lane(Map<String, Object> lane) {
    return Map.of("lanes", List.of(lane));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongValueNamesItsPlace(String field, String word, Map<String, Object> input) {
    Json answer = server.client().execute(START, Map.of("input", whole(input)));

    Json error = answer.get("errors").get(0);
    assertThat(error.get("extensions").get("code").text()).isEqualTo("BAD_USER_INPUT");
    assertThat(error.get("extensions").get("field").text()).isEqualTo(field);
    assertThat(error.get("message").text()).contains(word);
  }

  @Test
  void aFilledTextHasItsBounds() {
    String big = prompt(Map.of("name", "big", "content", "{{a}}".repeat(7)));
    Map<String, Object> input = whole(Map.of("variables", values("a", "x".repeat(10_240))));
    input.put("promptVersionId", big);

    Json answer = server.client().execute(START, Map.of("input", input));

    assertThat(answer.get("errors").get(0).get("extensions").get("field").text())
        .isEqualTo("input.variables");
    assertThat(answer.get("errors").get(0).get("message").text()).contains("65,536");
  }

  private static List<Map<String, Object>> values(String... namesAndValues) {
    return Stream.iterate(0, i -> i < namesAndValues.length, i -> i + 2)
        .map(i -> Map.<String, Object>of("name", namesAndValues[i], "value", namesAndValues[i + 1]))
        .toList();
  }

  private String run(Map<String, Object> input) {
    String run = server.client().startRun(whole(input));
    server.client().finish(run);
    return run;
  }

  /** With a message, a version, and a model for lanes without. */
  private Map<String, Object> whole(Map<String, Object> input) {
    Map<String, Object> whole = new HashMap<>(input);
    whole.put("userMessage", "Hello");
    whole.put("promptVersionId", version);
    if (input.get("lanes") instanceof List<?> lanes) {
      whole.put("lanes", lanes.stream().map(this::wholeLane).toList());
    } else {
      whole.put("modelIds", List.of(model));
    }
    return whole;
  }

  private Map<Object, Object> wholeLane(Object lane) {
    Map<Object, Object> whole = new HashMap<>((Map<?, ?>) lane);
    whole.put("modelId", model);
    whole.computeIfPresent("promptVersionId", (_, id) -> id.equals("OTHER") ? other : id);
    return whole;
  }

  private Json stored(String run) {
    return server.client().data(RUN, Map.of("id", run)).get("run");
  }

  private String prompt(Map<String, Object> input) {
    return server
        .client()
        .data(
            "mutation($input: CreatePromptInput!) { createPrompt(input: $input) {"
                + " currentVersion { id } } }",
            Map.of("input", input))
        .get("createPrompt")
        .get("currentVersion")
        .get("id")
        .text();
  }
}
