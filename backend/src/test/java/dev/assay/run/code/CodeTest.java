package dev.assay.run.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.provider.Protocol;
import dev.assay.testing.Json;
import dev.assay.testing.Recording;
import dev.assay.testing.ReplayServer;
import dev.assay.testing.TestServer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that ask as Assay did: each is run, and what it sends is compared. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
class CodeTest {
  private static final String KEY = "sk-0123456789-of-the-server";

  /** Whatever means something to one of the languages. */
  private static final String NASTY =
      """
      'single' "double" `back` \"""triple\""" '''too''' \\n \\u0041 \\\\ \\
      $(touch /tmp/x) ${HOME} $HOME %s {0} #{x} <!-- --> </script> */ // # JSON
      JSON
      EOF
      \t\r\u2028\u2029\u0085\u202e\u200b é 한국어 🙂👩‍💻 __proto__\
      """;

  private TestServer server;
  private ReplayServer upstream;
  @TempDir private Path folder;

  @BeforeAll
  void start() {
    server = TestServer.start(Map.of());
    upstream = ReplayServer.start();
  }

  @AfterAll
  void stop() {
    upstream.close();
    server.close();
  }

  static Stream<Arguments> all() {
    return Arrays.stream(Protocol.values())
        .flatMap(protocol ->
            Arrays.stream(CodeLanguage.values()).map(language -> Arguments.of(protocol, language)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void aProgramSendsWhatAssaySent(Protocol protocol, CodeLanguage language) throws Exception {
    upstream.play(recording(protocol));
    String run =
        server
            .client()
            .startRun(
                Map.of(
                    "modelIds", List.of(model(protocol)),
                    "userMessage", NASTY,
                    "promptVersionId", version(NASTY + "{{who}}", Map.of()),
                    "variables", List.of(Map.of("name", "who", "value", "$(id) {{who}}")),
                    "parameters", parameters()));
    server.client().finish(run);
    ReplayServer.Request sent = upstream.requests().getLast();
    Json stored =
        server
            .client()
            .data(
                "query($id: ID!, $in: CodeLanguage!) { run(id: $id) { results { text }"
                    + " lanes { code(language: $in) } } }",
                Map.of("id", run, "in", language.name()))
            .get("run");
    String code = stored.get("lanes").get(0).get("code").text();

    String printed = new Program(folder).run(language, code, keyVariable(protocol));

    ReplayServer.Request asked = upstream.requests().getLast();
    assertThat(asked).isNotSameAs(sent);
    assertThat(asked.body()).isEqualTo(sent.body());
    assertThat(asked.target()).isEqualTo(sent.target());
    assertThat(asked.headers().get("content-type")).startsWith("application/json");
    assertThat(asked.headers().get("anthropic-version"))
        .isEqualTo(sent.headers().get("anthropic-version"));
    String keyHeader = protocol == Protocol.OPENAI ? "authorization" : keyHeader(protocol);
    assertThat(asked.headers().get(keyHeader))
        .isEqualTo(header(sent, keyHeader).replace(KEY, "sk-of-the-reader"));
    if (language != CodeLanguage.CURL) {
      assertThat(printed.strip()).isEqualTo(stored.get("results").get(0).get("text").text());
    }
    assertThat(code).doesNotContain("sk-").doesNotContain("0123456789");
    // What turns text round, or is not seen, would hide in an editor what is run.
    assertThat(code).doesNotContain("\u202e").doesNotContain("\u200b").doesNotContain("\u2028");
  }

  @ParameterizedTest
  @MethodSource("all")
  void aVersionAsksWithItsToolsAndDefaults(Protocol protocol, CodeLanguage language)
      throws Exception {
    upstream.play(recording(protocol));
    String version =
        version(
            "To {{who}} and {{others}}.",
            Map.of(
                "variables", List.of(Map.of("name", "who", "defaultValue", "you")),
                "parameters", parameters(),
                "tools", List.of(Json.read(tool("T")).node())));

    String code = code(version, language, model(protocol));
    new Program(folder).run(language, code, keyVariable(protocol));

    Json body = upstream.requests().getLast().body();
    assertThat(Json.write(body.node())).contains("To you and {{others}}.", "Example");
    assertThat(body.get("tools")).isEqualTo(Json.read(tools(protocol)));
    assertThat(code).doesNotContain("sk-");
  }

  @Test
  void aLargeProgramIsCompiledToo() throws Exception {
    upstream.play(recording(Protocol.OPENAI));
    String description = "\\\"🙂 ".repeat(2_000);
    String version =
        version(
            "가".repeat(3_400),
            Map.of(
                "exampleTurns",
                    List.of(
                        Map.of("user", "나".repeat(3_400), "assistant", "\n".repeat(10_000)),
                        Map.of("user", "\"".repeat(9_000), "assistant", "x")),
                "tools", List.of(Json.read(tool(description)).node())));

    String code = code(version, CodeLanguage.JAVA, model(Protocol.OPENAI));
    new Program(folder).run(CodeLanguage.JAVA, code, "OPENAI_API_KEY");

    Json body = upstream.requests().getLast().body();
    assertThat(code.length()).isGreaterThan(65_536);
    assertThat(body.get("messages").get(0).get("content").text()).isEqualTo("가".repeat(3_400));
    assertThat(body.get("tools")).isEqualTo(Json.read("[" + tool(description) + "]"));
  }

  @ParameterizedTest
  @EnumSource(CodeLanguage.class)
  void withoutAModelThereIsOneToReplace(CodeLanguage language) {
    String code = code(version("Hello.", Map.of()), language, null);

    assertThat(code).contains("http://localhost:8000/v1", "your-model", "Write your message here.");
  }

  @Test
  void anUnknownModelIsNotFound() {
    version("Hello.", Map.of());
    Json answer =
        server
            .client()
            .execute(
                "query($name: ID!) { prompts(first: 1) { nodes { currentVersion {"
                    + " code(language: CURL, modelId: $name) } } } }",
                Map.of("name", "01900000-0000-7000-8000-000000000001"));

    assertThat(answer.get("errors").get(0).get("extensions").get("code").text())
        .isEqualTo("NOT_FOUND");
  }

  private String code(String version, CodeLanguage language, @Nullable String model) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("id", prompts.get(version));
    variables.put("in", language.name());
    if (model != null) {
      variables.put("model", model);
    }
    return server
        .client()
        .data(
            "query($id: ID!, $in: CodeLanguage!, $model: ID) { prompt(id: $id) { currentVersion {"
                + " code(language: $in, modelId: $model) } } }",
            variables)
        .get("prompt")
        .get("currentVersion")
        .get("code")
        .text();
  }

  private final Map<String, String> prompts = new HashMap<>();

  private String version(String content, Map<String, Object> more) {
    Map<String, Object> input = new HashMap<>();
    input.put("name", "p" + prompts.size());
    input.put("content", content);
    input.put("exampleTurns", List.of(Map.of("user", "Example", "assistant", "'\\\"$(x)")));
    input.putAll(more);
    Json prompt =
        server
            .client()
            .data(
                "mutation($in: CreatePromptInput!) { createPrompt(input: $in) {"
                    + " id currentVersion { id } } }",
                Map.of("in", input))
            .get("createPrompt");
    String version = prompt.get("currentVersion").get("id").text();
    prompts.put(version, prompt.get("id").text());
    return version;
  }

  private static Map<String, Object> parameters() {
    Map<String, Object> all = new HashMap<>();
    all.put("temperature", 0.5);
    all.put("maxTokens", 100);
    all.put("topP", 0.9);
    all.put("seed", 7);
    all.put("stop", List.of("'\"$(x)", "\n"));
    all.put("topK", 40);
    all.put("minP", 0.05);
    all.put("frequencyPenalty", 0.1);
    all.put("presencePenalty", -0.1);
    all.put("repetitionPenalty", 1.1);
    all.put("reasoningEffort", "LOW");
    all.put("responseFormat", Map.of("type", "object", "required", List.of("a")));
    all.put(
        "extra",
        Json.read("{\"__proto__\": {\"a'b\\\"\": [true, null, 1.5]}, \"class\": {}}").node());
    return all;
  }

  private static String header(ReplayServer.Request request, String name) {
    return request.headers().getOrDefault(name, "none");
  }

  private static String tool(String description) {
    return """
    {"type": "function", "function": {"name": "f", "description": "%s",
     "parameters": {"type": "object", "properties": {"x": {"type": "string"}}}}}
    """
        .formatted(description);
  }

  private static String tools(Protocol protocol) {
    String schema = "{\"type\": \"object\", \"properties\": {\"x\": {\"type\": \"string\"}}}";
    return switch (protocol) {
      case OPENAI -> "[" + tool("T") + "]";
      case ANTHROPIC ->
          "[{\"name\": \"f\", \"description\": \"T\", \"input_schema\": %s}]".formatted(schema);
      case GEMINI ->
          """
          [{"functionDeclarations": [{"name": "f", "description": "T", "parametersJsonSchema": %s}]}]
          """
              .formatted(schema);
    };
  }

  private static Recording recording(Protocol protocol) {
    return Recording.of(protocol.name().toLowerCase(Locale.ROOT) + "/plain");
  }

  private static String keyVariable(Protocol protocol) {
    return protocol.name() + "_API_KEY";
  }

  private static String keyHeader(Protocol protocol) {
    return protocol == Protocol.ANTHROPIC ? "x-api-key" : "x-goog-api-key";
  }

  private String model(Protocol protocol) {
    return server
        .client()
        .data(
            "mutation($in: RegisterModelInput!) { registerModel(input: $in) { id } }",
            Map.of(
                "in",
                Map.of(
                    "name",
                    "Replayed",
                    "modelName",
                    "it's \"m\"",
                    "endpointUrl",
                    upstream.url(),
                    "protocol",
                    protocol.name(),
                    "apiKey",
                    KEY)))
        .get("registerModel")
        .get("id")
        .text();
  }
}
