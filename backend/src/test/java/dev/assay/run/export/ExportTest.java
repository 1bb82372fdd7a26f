package dev.assay.run.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.assay.graphql.Wait;
import dev.assay.testing.Json;
import dev.assay.testing.TestServer;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs as files. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class ExportTest {
  private static final String NOBODY = "01900000-0000-7000-8000-000000000001";

  private TestServer server;
  private Files files;
  private String model;

  @BeforeAll
  void start() {
    server = TestServer.start(Map.of());
    files = new Files(server.url());
    model = server.model("sim?tokens=4&seed=1");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aRunIsWholeInJson() {
    String run =
        finish(
            Map.of(
                "lanes",
                List.of(
                    Map.of("modelId", model),
                    Map.of(
                        "modelId", model, "systemPrompt", "Own.", "parameters", Map.of("topK", 3))),
                "userMessage",
                "안녕 \"you\"",
                "systemPrompt",
                "Be brief.",
                "parameters",
                Map.of("seed", "9007199254740993", "temperature", 0.5),
                "iterations",
                2));

    HttpResponse<String> answer = files.get("/export/runs/" + run + ".json");

    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .matches("attachment; filename=\"assay-run-[0-9]+\\.json\"");
    Json document = Json.read(answer.body());
    assertThat(document.get("format").text()).isEqualTo("assay.runs");
    assertThat(document.get("formatVersion").integer()).isEqualTo(1);
    Json only = document.get("runs").get(0);
    assertThat(only.get("id").text()).isEqualTo(run);
    assertThat(only.get("userMessage").text()).isEqualTo("안녕 \"you\"");
    assertThat(only.get("parameters"))
        .isEqualTo(Json.read("{\"temperature\":0.5,\"seed\":\"9007199254740993\"}"));
    assertThat(only.get("lanes").get(0).has("parameters")).isFalse();
    assertThat(only.get("lanes").get(1).get("parameters")).isEqualTo(Json.read("{\"topK\":3}"));
    assertThat(only.get("lanes").get(1).get("systemPrompt").text()).isEqualTo("Own.");
    assertThat(only.get("results").list()).hasSize(4);
    Json result = only.get("results").get(3);
    assertThat(result.get("lane").integer()).isEqualTo(1);
    assertThat(result.get("iteration").integer()).isEqualTo(2);
    assertThat(result.get("text").text()).isNotBlank();
    assertThat(result.get("timings").get("latencyMs").number()).isPositive();
    assertThat(result.get("usage").get("completionTokens").integer()).isEqualTo(4);
  }

  @Test
  void aRunHasALineForEachResultInCsv() {
    String run = finish(Map.of("modelIds", List.of(model), "userMessage", "=1+1", "iterations", 3));
    run = answering(run, "+cmd|' /C calc'!A0");

    HttpResponse<String> answer = files.get("/export/runs/" + run + ".csv");
    List<NamedCsvRecord> lines = csv(answer.body());

    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
    assertThat(lines).hasSize(3);
    assertThat(lines).extracting(line -> line.getField("iteration")).containsExactly("1", "2", "3");
    NamedCsvRecord line = lines.getFirst();
    assertThat(line.getField("run")).isEqualTo(run);
    assertThat(line.getField("message")).isEqualTo("'=1+1");
    assertThat(line.getField("text")).isEqualTo("'+cmd|' /C calc'!A0");
    assertThat(Double.parseDouble(line.getField("latency_ms"))).isPositive();
    assertThat(line.getField("error_code")).isEmpty();
  }

  /** As a spreadsheet reads the cells: what it would compute does not begin as a formula does. */
  @ParameterizedTest
  @ValueSource(
      strings = {"=1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1"})
  void noCellIsAFormula(String text) {
    assertThat(CsvLines.plain(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a=1", "'=1", " =1", "1+1"})
  void whatIsNoFormulaStays(String text) {
    assertThat(CsvLines.plain(text)).isEqualTo(text);
  }

  @Test
  void lineEndsQuotesAndCommasSurviveCsv() {
    String text = "a,\"b\"\r\nc\nd;\u2028é 🙂";
    String run = finish(Map.of("modelIds", List.of(model), "userMessage", "Hello"));
    run = answering(run, text);

    String body = files.get("/export/runs/" + run + ".csv").body();

    assertThat(csv(body).getFirst().getField("text")).isEqualTo(text);
  }

  @Test
  void aRunIsReadableInMarkdown() {
    String broken = server.model("sim?fault=status-500");
    String run =
        finish(
            Map.of(
                "modelIds", List.of(model, broken),
                "userMessage", "Fence ``` and\n# no heading",
                "systemPrompt", "Be brief."));
    run = answering(run, "# Mine\n```\ncode");

    String text = files.get("/export/runs/" + run + ".md").body();

    assertThat(text)
        .startsWith("# Run ")
        .contains("## Message\n\n````text\nFence ``` and\n# no heading\n````\n")
        .contains("## System prompt\n\n```text\nBe brief.\n```\n")
        .contains("| 1. sim?tokens=4\\&seed=1 | 1 of 1 | ")
        .contains("| 2. sim?fault=status-500 | 0 of 1 | – | – | – | – | – | – |")
        .contains("\n> # Mine\n> ```\n> code\n")
        .contains("\n**Failed.** ");
    assertThat(text.lines().filter(line -> line.startsWith("#")))
        .containsExactly(
            text.lines().findFirst().orElseThrow(),
            "## Message",
            "# no heading",
            "## System prompt",
            "## Timings",
            "## 1. sim?tokens=4\\&seed=1",
            "## 2. sim?fault=status-500");
  }

  @Test
  void theHistoryIsFilteredAndTheOldestFirst() {
    String other = server.model("sim?tokens=2&seed=8");
    String first = finish(Map.of("modelIds", List.of(other), "userMessage", "One"));
    String second = finish(Map.of("modelIds", List.of(other, model), "userMessage", "Two"));
    String path = "/export/runs.json?modelId=" + other;

    assertThat(ids(path)).containsExactly(first, second);
    assertThat(ids(path + "&status=FAILED,CANCELLED")).isEmpty();
    assertThat(ids(path + "&status=FAILED&status=COMPLETED")).containsExactly(first, second);
    assertThat(ids(path + "&to=2026-01-01T00:00:00Z")).isEmpty();
    Wait.until(() -> ids(path + "&text=tw&isInBatch=false").equals(List.of(second)));
    assertThat(ids(path + "&isInBatch=true")).isEmpty();
    assertThat(ids(path + "&from=2026-01-01T00:00:00Z")).hasSize(2);
    assertThat(files.get("/export/runs.md?modelId=" + other).body().split("\n---\n")).hasSize(2);
    assertThat(csv(files.get("/export/runs.csv?modelId=" + other).body())).hasSize(3);
  }

  @Test
  void aBatchHasItsRunsInTheOrderOfItsMessages() {
    List<String> questions = new ArrayList<>();
    questions.add("=1+1");
    IntStream.range(1, 23).forEach(i -> questions.add("Question " + i));
    String batch = batch(questions, model, server.model("sim?fault=status-500"));

    HttpResponse<String> answer = files.get("/export/batches/" + batch + ".json");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"assay-batch-" + batch + ".json\"");
    assertThat(messages(Json.read(answer.body()))).isEqualTo(questions);

    List<NamedCsvRecord> lines = csv(files.get("/export/batches/" + batch + ".csv").body());
    assertThat(lines).hasSize(46);
    assertThat(lines.getFirst().getField("message")).isEqualTo("'=1+1");
    assertThat(lines).extracting(line -> line.getField("status")).contains("COMPLETED", "FAILED");
    assertThat(files.get("/export/batches/" + batch + ".md").body().split("\n---\n")).hasSize(23);
  }

  @Test
  void theRunsOfABatchComeBackFromItsJson() {
    String batch = batch(List.of("One", "Two"), model);
    String document = files.get("/export/batches/" + batch + ".json").body();

    Json brought = Json.read(files.bring(document).body());

    assertThat(brought.get("count").integer()).isEqualTo(2);
    List<String> back =
        brought.get("ids").list().stream()
            .map(id -> messages(files.json("/export/runs/" + id.text() + ".json")).getFirst())
            .toList();
    assertThat(back).containsExactly("One", "Two");
  }

  /** One that has ended, and its id. */
  private String batch(List<String> messages, String... models) {
    String id =
        server
            .client()
            .data(
                "mutation($input: StartBatchInput!) { startBatch(input: $input) { id } }",
                Map.of(
                    "input",
                    Map.of(
                        "modelIds",
                        List.of(models),
                        "items",
                        messages.stream().map(text -> Map.of("message", text)).toList())))
            .get("startBatch")
            .get("id")
            .text();
    server
        .client()
        .subscribe(
            "subscription($id: ID!) { batchEvents(batchId: $id) { sequence } }", Map.of("id", id))
        .awaitComplete();
    return id;
  }

  private static List<String> messages(Json document) {
    return document.get("runs").list().stream().map(run -> run.get("userMessage").text()).toList();
  }

  @Test
  void moreThanAPageIsThere() {
    String other = server.model("sim?tokens=2&seed=9");
    for (int i = 0; i < 23; i++) {
      server.client().startRun("Hello", other);
    }

    assertThat(ids("/export/runs.json?modelId=" + other)).hasSize(23).doesNotHaveDuplicates();
  }

  @Test
  void aRunThatIsAtWorkIsThereAsFarAsItHasCome() {
    String slow = server.model("sim?tokens=3000&gap=10ms&seed=3");
    String run = server.client().startRun("Hello", slow);
    server.client().follow(run).awaitPiece(0, 1);

    Json result =
        files.json("/export/runs/" + run + ".json").get("runs").get(0).get("results").get(0);

    assertThat(result.get("status").text()).isEqualTo("RUNNING");
    assertThat(result.get("text").text()).isNotBlank();
    server.client().data("mutation($id: ID!) { cancelRun(runId: $id) { id } }", Map.of("id", run));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/export/runs.json?status=DONE | BAD_USER_INPUT status",
        "/export/runs.csv?scope=ALL | BAD_USER_INPUT scope",
        "/export/runs.csv?isInBatch=perhaps | BAD_USER_INPUT isInBatch",
        "/export/runs.csv?modelId=1 | BAD_USER_INPUT modelId",
        "/export/runs.md?from=yesterday | BAD_USER_INPUT from",
        "/export/runs.json?to=2026-11-21 | BAD_USER_INPUT to",
        "/export/runs.json?promptId=1&promptId=2 | BAD_USER_INPUT promptId",
        "/export/runs.json?model=x | BAD_USER_INPUT model",
        "/export/runs/x.json | BAD_USER_INPUT id",
        "/export/batches/x.json | BAD_USER_INPUT id",
      })
  void aWrongFilterIsNamed(String path, String error) {
    HttpResponse<String> answer = files.get(path);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Files.error(answer)).isEqualTo(error);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/export/runs/" + NOBODY + ".json",
        "/export/runs/" + NOBODY + ".md",
        "/export/batches/" + NOBODY + ".csv"
      })
  void anUnknownRunIsNotFound(String path) {
    HttpResponse<String> answer = files.get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Files.error(answer)).isEqualTo("NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/export/runs.xml", "/export/runs", "/export/runs/" + NOBODY + ".xml"})
  void thereIsNoOtherFormat(String path) {
    assertThat(files.get(path).body()).doesNotContain("assay.runs");
  }

  private List<String> ids(String path) {
    return files.json(path).get("runs").list().stream().map(run -> run.get("id").text()).toList();
  }

  private String finish(Map<String, Object> input) {
    String run = server.client().startRun(input);
    server.client().finish(run);
    return run;
  }

  /** The same run with another answer: it is imported, since what is stored never changes. */
  private String answering(String run, String text) {
    String document = files.get("/export/runs/" + run + ".json").body();
    String other = "\"status\":\"COMPLETED\",\"text\":" + Json.write(text);
    HttpResponse<String> answer =
        files.bring(
            document.replaceAll(
                "\"status\":\"COMPLETED\",\"text\":\"[^\"]*\"", Matcher.quoteReplacement(other)));
    return Json.read(answer.body()).get("ids").get(0).text();
  }

  private static List<NamedCsvRecord> csv(String text) {
    assertThat(text).startsWith("\ufeff");
    return CsvReader.builder().ofNamedCsvRecord(text.substring(1)).stream().toList();
  }
}
