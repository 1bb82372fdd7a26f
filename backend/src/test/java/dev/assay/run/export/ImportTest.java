package dev.assay.run.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Json;
import dev.assay.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that come back from files. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
class ImportTest {
  private static final String RUN =
      """
      {"id": "x", "status": "COMPLETED", "userMessage": "Hi", "systemPrompt": "", "iterations": 1,
       "createdAt": "2026-01-02T03:04:05Z",
       "lanes": [{"modelSnapshot": {"name": "m", "modelName": "m", "endpointUrl": "http://localhost/v1",
                                    "protocol": "OPENAI"}}],
       "results": [{"lane": 0, "iteration": 1, "status": "COMPLETED", "text": "Hello"}]}\
      """;

  private TestServer server;
  private Files files;

  @BeforeAll
  void start() {
    server = TestServer.start(Map.of());
    files = new Files(server.url());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void whatWasExportedComesBackTheSame() {
    List<String> runs = List.of(every(), withVersion(), stopped());
    for (String run : runs) {
      String document = files.get("/export/runs/" + run + ".json").body();

      HttpResponse<String> answer = files.bring(document);

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      Json made = Json.read(answer.body());
      assertThat(made.get("count").integer()).isEqualTo(1);
      String id = made.get("ids").get(0).text();
      assertThat(id).isNotEqualTo(run);
      assertThat(anonymous(files.get("/export/runs/" + id + ".json").body()))
          .isEqualTo(anonymous(document));
    }
  }

  @Test
  void theWholeHistoryComesBackInItsOrder() {
    String model = server.model("sim?tokens=2&seed=12");
    for (int i = 0; i < 3; i++) {
      server.client().finish(server.client().startRun("Message " + i, model));
    }
    String document = files.get("/export/runs.json?modelId=" + model).body();

    Json made = Json.read(files.bring(document).body());

    assertThat(made.get("count").integer()).isEqualTo(3);
    Json both = files.json("/export/runs.json?modelId=" + model).get("runs");
    assertThat(both.list())
        .extracting(run -> run.get("userMessage").text())
        .containsExactlyInAnyOrder(
            "Message 0", "Message 0", "Message 1", "Message 1", "Message 2", "Message 2");
    assertThat(both.list()).extracting(run -> run.get("createdAt").text()).isSorted();
  }

  @Test
  void anImportedRunCanBeFollowedReadAndRepeated() {
    String model = server.model("sim?tokens=2&seed=14");
    String run = server.client().startRun("Hello", model);
    server.client().finish(run);
    String id = only(files.bring(files.get("/export/runs/" + run + ".json").body()));

    assertThat(server.client().finish(id).answers())
        .isEqualTo(server.client().finish(run).answers());
    Json again =
        server
            .client()
            .data(
                "mutation($id: ID!) { rerun(runId: $id) { id lanes { model { id } } } }",
                Map.of("id", id));
    assertThat(again.get("rerun").get("lanes").get(0).get("model").get("id").text())
        .isEqualTo(model);
    server.client().finish(again.get("rerun").get("id").text());
  }

  @Test
  void aModelIsTiedOnlyWhereItIsTheSame() {
    String model = server.model("sim?tokens=2&seed=13");
    String run = server.client().startRun("Hello", model);
    server.client().finish(run);
    String document = files.get("/export/runs/" + run + ".json").body();
    String unknown = "01900000-0000-7000-8000-000000000001";

    assertThat(model(only(files.bring(document)))).isEqualTo(model);
    assertThat(model(only(files.bring(document.replace("seed=13", "seed=99"))))).isNull();
    assertThat(model(only(files.bring(document.replace("http://127.0.0.1", "http://127.0.0.2")))))
        .isNull();
    assertThat(model(only(files.bring(document.replace(model, unknown))))).isNull();
  }

  @Test
  void whatHadNotEndedHasLostItsProcess() {
    String document = document(RUN.replace("COMPLETED", "RUNNING"));

    String id = only(files.bring(document));

    Json run = files.json("/export/runs/" + id + ".json").get("runs").get(0);
    assertThat(run.get("status").text()).isEqualTo("FAILED");
    Json result = run.get("results").get(0);
    assertThat(result.get("error").get("code").text()).isEqualTo("INTERRUPTED");
    assertThat(result.get("text").text()).isEqualTo("Hello");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"iterations\": 1 | \"iterations\": 0 | runs[0].iterations",
        "\"iterations\": 1 | \"iterations\": \"1\" | runs[0].iterations",
        "\"iterations\": 1 | \"iterations\": 2 | runs[0].results",
        "\"lane\": 0 | \"lane\": 1 | runs[0].results[0].lane",
        "\"iteration\": 1 | \"iteration\": 2 | runs[0].results[0].iteration",
        "\"text\": \"Hello\" | \"text\": 5 | runs[0].results[0].text",
        "\"text\": \"Hello\" | \"text\": \"\\u0000\" | runs[0].results[0].text",
        "\"text\": \"Hello\" | \"words\": \"Hello\" | runs[0].results[0].words",
        "\"text\": \"Hello\" | \"error\": {} | runs[0].results[0].error",
        "\"text\": \"Hello\" | \"timings\": {\"latencyMs\": -1} |"
            + " runs[0].results[0].timings.latencyMs",
        "\"text\": \"Hello\" | \"timings\": {\"latencyMs\": 1e999} |"
            + " runs[0].results[0].timings.latencyMs",
        "\"text\": \"Hello\" | \"timings\": [] | runs[0].results[0].timings",
        "\"text\": \"Hello\" | \"usage\": {\"cost\": \"much\"} | runs[0].results[0].usage.cost",
        "\"text\": \"Hello\" | \"usage\": {\"promptTokens\": 1.5} |"
            + " runs[0].results[0].usage.promptTokens",
        "\"text\": \"Hello\" | \"attempts\": 0 | runs[0].results[0].attempts",
        "\"userMessage\": \"Hi\" | \"userMessage\": null | runs[0].userMessage",
        "\"status\": \"COMPLETED\" | \"status\": \"DONE\" | runs[0].status",
        "2026-01-02 | 2999-01-02 | runs[0].createdAt",
        "2026-01-02 | 2026-13-02 | runs[0].createdAt",
        "\"systemPrompt\": \"\" | \"promptVersionId\": \"01900000-0000-7000-8000-000000000001\" |"
            + " runs[0].systemPrompt",
        "\"systemPrompt\": \"\" | \"parameters\": {\"temperature\": 3} |"
            + " runs[0].parameters.temperature",
        "\"systemPrompt\": \"\" | \"parameters\": {\"temperature\": \"hot\"} |"
            + " runs[0].parameters.temperature",
        "\"systemPrompt\": \"\" | \"parameters\": {\"seed\": \"9223372036854775808\"} |"
            + " runs[0].parameters.seed",
        "\"systemPrompt\": \"\" | \"parameters\": {\"stop\": [1]} | runs[0].parameters.stop[0]",
        "\"systemPrompt\": \"\" | \"parameters\": {\"reasoningEffort\": \"low\"} |"
            + " runs[0].parameters.reasoningEffort",
        "\"systemPrompt\": \"\" | \"parameters\": {\"extra\": []} | runs[0].parameters.extra",
        "\"systemPrompt\": \"\" | \"check\": {\"kind\": \"REGEX\", \"value\": \"(\"} |"
            + " runs[0].check.value",
        "\"systemPrompt\": \"\" | \"winnerId\": \"01900000-0000-7000-8000-000000000001\" |"
            + " runs[0].winnerId",
        "\"systemPrompt\": \"\" | \"systemPrompt\": \"\", \"exampleTurns\": [{\"user\": \"\"}] |"
            + " runs[0].exampleTurns[0].assistant",
        "\"text\": \"Hello\" | \"closedMs\": 5 | runs[0].results[0].closedMs",
        "\"modelSnapshot\" | \"parameters\": {\"topP\": 0}, \"modelSnapshot\" |"
            + " runs[0].lanes[0].parameters.topP",
        "\"modelSnapshot\" | \"modelId\": \"1\", \"modelSnapshot\" | runs[0].lanes[0].modelId",
        "\"protocol\": \"OPENAI\" | \"protocol\": \"GOPHER\" |"
            + " runs[0].lanes[0].modelSnapshot.protocol",
        "http://localhost/v1 | http://user:key@localhost/v1 |"
            + " runs[0].lanes[0].modelSnapshot.endpointUrl",
        "http://localhost/v1 | javascript:alert(1) | runs[0].lanes[0].modelSnapshot.endpointUrl",
      })
  void everyFieldIsChecked(String right, String wrong, String field) {
    HttpResponse<String> answer =
        files.bring(
            document(RUN.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong))));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(Files.error(answer)).isEqualTo("BAD_USER_INPUT " + field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | format",
        "{} | format",
        "x | format",
        "{\"format\": \"assay.prompts\", \"formatVersion\": 1, \"runs\": []} | format",
        "{\"format\": \"assay.runs\", \"formatVersion\": 2, \"runs\": []} | formatVersion",
        "{\"format\": \"assay.runs\", \"formatVersion\": 1, \"runs\": []} | runs",
        "{\"format\": \"assay.runs\", \"formatVersion\": 1, \"runs\": {}} | runs",
        "{\"format\": \"assay.runs\", \"formatVersion\": 1, \"runs\": [1]} | runs[0]",
        "{\"format\": \"assay.runs\", \"formatVersion\": 1, \"runs\": [{ | runs[0]",
        "{\"format\": \"assay.runs\", \"formatVersion\": 1, \"rums\": []} | rums",
      })
  void theDocumentItselfIsChecked(String document, String field) {
    assertThat(Files.error(files.bring(document))).isEqualTo("BAD_USER_INPUT " + field);
  }

  @Test
  void allOrNothing() {
    int before = count();

    HttpResponse<String> answer = files.bring(document(RUN, RUN, RUN.replace("\"Hi\"", "7")));

    assertThat(Files.error(answer)).isEqualTo("BAD_USER_INPUT runs[2].userMessage");
    assertThat(count()).isEqualTo(before);
    assertThat(Files.error(files.bring(document(RUN) + "x"))).startsWith("BAD_USER_INPUT");
    assertThat(count()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x"
      })
  void whatAFormCanSendIsNotTaken(String type) {
    int before = count();

    HttpResponse<String> answer =
        Files.send(
            HttpRequest.newBuilder(server.url().resolve("/import/runs"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(document(RUN))));

    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(count()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin,https://evil.example",
    "Sec-Fetch-Site,cross-site",
    "Sec-Fetch-Site,same-site"
  })
  void anotherSiteCannotImport(String header, String value) {
    int before = count();

    HttpResponse<String> answer =
        Files.send(
            HttpRequest.newBuilder(server.url().resolve("/import/runs"))
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(BodyPublishers.ofString(document(RUN))));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(count()).isEqualTo(before);
  }

  @Test
  void sixtyMegabytesAreTakenAndSixtyFiveAreNot() {
    int before = count();

    assertThat(bring(60).statusCode()).isEqualTo(200);
    assertThat(count()).isEqualTo(before + 60);
    assertThat(bring(65).statusCode()).isEqualTo(413);
    assertThat(count()).isEqualTo(before + 60);
  }

  /** A request is given up after a while, but not one of which much goes on arriving. */
  @Test
  void aLargeFileMayArriveSlowly() throws Exception {
    try (TestServer hasty = TestServer.start(Map.of("assay.http.request-timeout", "2s"));
        Socket socket = new Socket("127.0.0.1", hasty.url().getPort())) {
      byte[] bytes =
          document(RUN.replace("Hello", "x".repeat(8 << 20))).getBytes(StandardCharsets.UTF_8);
      String head =
          "POST /import/runs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Connection: close\r\nContent-Length: %d\r\n\r\n".formatted(bytes.length);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      int piece = 3 << 18;
      for (int at = 0; at < bytes.length; at += piece) {
        socket.getOutputStream().write(bytes, at, Math.min(piece, bytes.length - at));
        TimeUnit.MILLISECONDS.sleep(300);
      }

      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"count\":1");
    }
  }

  /** A document of runs of a megabyte each, of which nobody says beforehand how long it is. */
  private HttpResponse<String> bring(int megabytes) {
    String run = RUN.replace("Hello", "x".repeat((1 << 20) - RUN.length()));
    List<String> runs = Collections.nCopies(megabytes, run);
    byte[] bytes = document(runs.toArray(String[]::new)).getBytes(StandardCharsets.UTF_8);
    return Files.send(
        HttpRequest.newBuilder(server.url().resolve("/import/runs"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
  }

  private static String document(String... runs) {
    return "{\"format\": \"assay.runs\", \"formatVersion\": 1, \"runs\": [%s]}"
        .formatted(String.join(",", runs));
  }

  /** A run of all parameters, whose lanes answer, think and fail. */
  private String every() {
    Map<String, Object> all =
        Map.of(
            "temperature",
            0.5,
            "maxTokens",
            100,
            "seed",
            "9007199254740993",
            "stop",
            List.of("a", "\n"),
            "minP",
            0.05,
            "reasoningEffort",
            "LOW",
            "responseFormat",
            Json.read("{\"zebra\":{\"b\":1.50,\"a\":[true,null]}}").node(),
            "extra",
            Map.of("user", "u1"));
    String run =
        server
            .client()
            .startRun(
                Map.of(
                    "lanes",
                    List.of(
                        Map.of("modelId", server.model("sim?tokens=3&reasoning=4&seed=21")),
                        Map.of("modelId", server.model("sim?fault=status-500"), "systemPrompt", ""),
                        Map.of("modelId", priced(), "parameters", Map.of("topK", 5))),
                    "userMessage",
                    "“Quotes”\r\n\t\u2028 🙂",
                    "systemPrompt",
                    "Be {{brief}}.",
                    "parameters",
                    all,
                    "iterations",
                    2,
                    "check",
                    Map.of("kind", "REGEX", "value", "[aeiou]", "ignoreCase", true)));
    server.client().finish(run);
    mark(run);
    return run;
  }

  private void mark(String run) {
    Json results =
        server
            .client()
            .data("query($id: ID!) { run(id: $id) { results { id } } }", Map.of("id", run))
            .get("run")
            .get("results");
    String winner = results.get(4).get("id").text();
    server
        .client()
        .data(
            "mutation($in: UpdateRunInput!) { updateRun(input: $in) { id } }",
            Map.of("in", Map.of("runId", run, "winnerId", winner, "notes", "Fine.")));
  }

  private String priced() {
    return server
        .client()
        .data(
            "mutation($in: RegisterModelInput!) { registerModel(input: $in) { id } }",
            Map.of(
                "in",
                Map.of(
                    "name",
                    "priced",
                    "modelName",
                    "sim?tokens=3&seed=22",
                    "endpointUrl",
                    server.simulator().baseUrl(),
                    "metadata",
                    Map.of("inputPricePerMillion", "0.15", "outputPricePerMillion", "0.60"))))
        .get("registerModel")
        .get("id")
        .text();
  }

  private String withVersion() {
    String version =
        server
            .client()
            .data(
                "mutation { createPrompt(input: {name: \"p\", content: \"To {{who}}.\","
                    + " exampleTurns: [{user: \"{{who}}?\", assistant: \"Yes\"}]}) { currentVersion"
                    + " { id } } }",
                Map.of())
            .get("createPrompt")
            .get("currentVersion")
            .get("id")
            .text();
    String run =
        server
            .client()
            .startRun(
                Map.of(
                    "modelIds",
                    List.of(server.model("sim?tokens=2&seed=23")),
                    "userMessage",
                    "Hi",
                    "promptVersionId",
                    version,
                    "variables",
                    List.of(Map.of("name", "who", "value", "you"))));
    server.client().finish(run);
    return run;
  }

  private String stopped() {
    String run = server.client().startRun("Hi", server.model("sim?tokens=2000&gap=10ms&seed=24"));
    server.client().follow(run).awaitPiece(0, 1);
    server.client().data("mutation($id: ID!) { cancelRun(runId: $id) { id } }", Map.of("id", run));
    server.client().finish(run);
    return run;
  }

  private static String anonymous(String document) {
    return document
        .replaceAll("\"id\":\"[0-9a-f-]{36}\"", "\"id\":\"\"")
        .replaceAll("\"winnerId\":\"[0-9a-f-]{36}\"", "\"winnerId\":\"\"")
        .replaceAll("\"number\":[0-9]+", "\"number\":0");
  }

  private static String only(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.read(answer.body()).get("ids").get(0).text();
  }

  private @Nullable String model(String run) {
    Json lane = files.json("/export/runs/" + run + ".json").get("runs").get(0).get("lanes").get(0);
    return lane.has("modelId") ? lane.get("modelId").text() : null;
  }

  private int count() {
    return server
        .client()
        .data("{ runs { totalCount } }", Map.of())
        .get("runs")
        .get("totalCount")
        .integer();
  }
}
