package dev.assay.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.database.Sql;
import dev.assay.simulator.End;
import dev.assay.simulator.Exchange;
import dev.assay.testing.Browser;
import dev.assay.testing.Browser.Page;
import dev.assay.testing.GraphQLClient;
import dev.assay.testing.Json;
import dev.assay.testing.RunRecorder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of a person's account and data. */
class AccountTest {
  private static final String VIEWER = "{ viewer { id name } }";
  private static final String DEACTIVATE =
      "mutation($id: ID!) { deactivateUser(id: $id) { deactivatedAt } }";
  private static final String REACTIVATE =
      "mutation($id: ID!) { reactivateUser(id: $id) { deactivatedAt } }";
  private static final String DELETE =
      "mutation($text: String!) { deleteAccount(confirmation: $text) }";
  private static final String QUICK = "sim?tokens=5&gap=1ms&seed=1";
  private static final String ENDLESS = "sim?tokens=3000&gap=10ms&seed=";

  private static SignedInServer server;

  @BeforeAll
  static void start() {
    server = SignedInServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theExportHoldsEverythingAndNoSecret() {
    Browser browser = server.browser("exporter");
    GraphQLClient client = server.client(browser);
    String model = model(client, QUICK);
    client.finish(client.startRun("Take me along.", model));
    prompt(browser, "My prompt");
    String token = server.token(browser, "READ");

    Page file = browser.get("/account/export");

    assertThat(file.response().headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(it -> assertThat(it).contains("attachment"));
    Json export = file.json();
    assertThat(export.get("account").get("name").text()).isEqualTo("exporter");
    assertThat(export.get("account").get("sessions").list()).hasSize(1);
    assertThat(export.get("account").get("api_tokens").list()).hasSize(1);
    assertThat(export.get("models").get(0).get("model_name").text()).isEqualTo(QUICK);
    assertThat(export.get("prompts").get(0).get("versions").get(0).get("content").text())
        .isEqualTo("content of My prompt");
    Json run = export.get("runs").get(0);
    assertThat(run.get("user_message").text()).isEqualTo("Take me along.");
    assertThat(run.get("results").get(0).get("answer").text()).isNotBlank();
    assertThat(file.body())
        .doesNotContain(token, browser.cookie("assay-refresh"), "hash", "owner_id", "api_key");
  }

  @Test
  void theExportIsReadPageByPage() {
    Browser browser = server.browser("hoarder");
    for (int i = 0; i < 120; i++) {
      prompt(browser, "Prompt " + i);
    }

    assertThat(browser.get("/account/export").json().get("prompts").list()).hasSize(120);
  }

  @Test
  void filesOfAnAccountAreNotForStrangersOrScripts() {
    Browser browser = server.browser("files");
    assertThat(server.stranger().get("/account/export").status()).isEqualTo(401);
    assertThat(server.stranger().get("/pictures/" + server.id(browser)).status()).isEqualTo(401);
    assertThat(server.browser("nosy").get("/pictures/" + server.id(browser)).status())
        .isEqualTo(404);
  }

  @Test
  void deletingTakesEverythingOfMine() {
    Browser browser = server.browser("leaver");
    GraphQLClient client = server.client(browser);
    String id = server.id(browser);
    client.finish(client.startRun("Forget me.", model(client, QUICK)));
    prompt(browser, "Mine");
    server.token(browser, "READ");

    assertThat(browser.data(DELETE, Map.of("text", " Leaver ")).get("deleteAccount").text())
        .isEqualTo(id);

    assertThat(browser.data(VIEWER, Map.of()).get("viewer").isNull()).isTrue();
    for (String table : List.of("run", "prompt", "model", "model_server")) {
      assertThat(count(table, "owner_id", id)).as(table).isZero();
    }
    for (String table : List.of("session", "api_token", "picture")) {
      assertThat(count(table, "user_id", id)).as(table).isZero();
    }
    assertThat(count("users", "id", id)).isZero();
    assertThat(server.id(server.browser("leaver"))).isNotEqualTo(id);
  }

  @Test
  void everyTableWithAnOwnerIsCovered() {
    List<String> owned =
        sql()
            .list(
                """
                select distinct relname
                  from pg_attribute join pg_class on pg_class.oid = attrelid
                 where attname in ('owner_id', 'user_id') and relkind in ('r', 'p') and not relispartition
                 order by 1
                """,
                _ -> {},
                row -> row.getString(1));

    assertThat(owned)
        .as("a new table with an owner needs an AccountData, and a line in the test above")
        .containsExactly(
            "api_token",
            "batch",
            "model",
            "model_server",
            "picture",
            "prompt",
            "prompt_search",
            "run",
            "run_search",
            "session");
  }

  @Test
  void whatOthersNeedStaysWithoutMyNameAndMyKey() {
    Browser giver = server.browser("giver");
    String used = modelWithKey(giver, "used");
    String unused = modelWithKey(giver, "unused");
    Browser other = server.browser("taker");
    String run = server.client(other).startRun("Hello", used);
    server.client(other).finish(run);

    giver.data(DELETE, Map.of("text", "giver"));

    Json left =
        other.data("query($id: ID!) { model(id: $id) { hasApiKey name } }", Map.of("id", used));
    assertThat(left.get("model").get("name").text()).isEqualTo("used");
    assertThat(left.get("model").get("hasApiKey").isTrue()).isFalse();
    assertThat(count("model", "id", unused)).isZero();
    Json kept =
        other.data(
            "query($id: ID!) { run(id: $id) { lanes { modelSnapshot { name } } } }",
            Map.of("id", run));
    assertThat(kept.get("run").get("lanes").get(0).get("modelSnapshot").get("name").text())
        .isEqualTo("used");
  }

  @Test
  void aWrongConfirmationDeletesNothing() {
    Browser browser = server.browser("unsure");

    Json answer = browser.execute(DELETE, Map.of("text", "somebody else"));

    assertThat(answer.get("errors").get(0).get("extensions").get("field").text())
        .isEqualTo("confirmation");
    assertThat(browser.data(VIEWER, Map.of()).get("viewer").isNull()).isFalse();
  }

  @Test
  void deletingStopsWhatIsAtWork() {
    Browser browser = server.browser("busy");
    GraphQLClient client = server.client(browser);
    String run = client.startRun("Go on.", model(client, ENDLESS + 21));
    RunRecorder recorder = client.follow(run);
    recorder.awaitPiece(0, 1);

    browser.data(DELETE, Map.of("text", "busy"));

    awaitClosed("seed=21");
    assertThat(count("run", "id", run)).isZero();
  }

  @Test
  void aDeactivatedPersonGetsNothingAndKeepsEverything() {
    Browser boss = server.administrator();
    Browser browser = server.browser("locked");
    String id = server.id(browser);
    GraphQLClient client = server.client(browser);
    GraphQLClient script = server.script(browser, "READ");
    String run = client.startRun("Go on.", model(client, ENDLESS + 22));
    RunRecorder socket = client.follow(run);
    RunRecorder scriptSocket = script.follow(run);
    socket.awaitPiece(0, 1);
    scriptSocket.awaitPiece(0, 1);
    long begun = System.nanoTime();

    assertThat(
            boss.data(DEACTIVATE, Map.of("id", id))
                .get("deactivateUser")
                .get("deactivatedAt")
                .isNull())
        .isFalse();

    socket.awaitComplete();
    scriptSocket.awaitComplete();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    assertThat(browser.data(VIEWER, Map.of()).get("viewer").isNull()).isTrue();
    assertThat(browser.post("/auth/refresh", Map.of()).status()).isEqualTo(401);
    assertThat(script.execute(VIEWER, Map.of()).has("errors")).isTrue();
    assertThat(server.stranger().signIn("oidc", "locked", Map.of()).location().toString())
        .endsWith("/sign-in?error=deactivated");
    awaitClosed("seed=22");
    assertThat(count("run", "owner_id", id)).isEqualTo(1);

    boss.data(REACTIVATE, Map.of("id", id));
    Browser again = server.browser("locked");
    assertThat(server.id(again)).isEqualTo(id);
    assertThat(
            again
                .data("query($id: ID!) { run(id: $id) { status } }", Map.of("id", run))
                .get("run")
                .get("status")
                .text())
        .isEqualTo("CANCELLED");
  }

  @Test
  void administratorsFindPeopleAndCannotLockThemselvesOut() {
    Browser boss = server.administrator();
    server.browser("Findable Fiona");

    Json found =
        boss.data(
                "{ users(filter: {text: \"fiona\", isActive: true}) { totalCount nodes { name"
                    + " lastSeenAt deactivatedAt } } }",
                Map.of())
            .get("users");
    Json answer = boss.execute(DEACTIVATE, Map.of("id", server.id(boss)));

    assertThat(found.get("totalCount").integer()).isEqualTo(1);
    assertThat(found.get("nodes").get(0).get("name").text()).isEqualTo("Findable Fiona");
    assertThat(answer.get("errors").get(0).get("extensions").get("field").text()).isEqualTo("id");
  }

  private static String model(GraphQLClient client, String script) {
    return client.model(script, server.server().simulator().baseUrl());
  }

  private static String modelWithKey(Browser browser, String name) {
    return browser
        .data(
            "mutation($in: RegisterModelInput!) { registerModel(input: $in) { id } }",
            Map.of(
                "in",
                Map.of(
                    "name",
                    name,
                    "modelName",
                    QUICK,
                    "apiKey",
                    "sk-mine",
                    "endpointUrl",
                    server.server().simulator().baseUrl())))
        .get("registerModel")
        .get("id")
        .text();
  }

  /** The model server sees its connection closed. */
  private static void awaitClosed(String seed) {
    Exchange _ =
        server
            .server()
            .simulator()
            .log()
            .await(
                exchange -> exchange.model().contains(seed) && exchange.end() == End.CLIENT_CLOSED,
                Duration.ofSeconds(10));
  }

  private static void prompt(Browser browser, String name) {
    browser.data(
        "mutation($in: CreatePromptInput!) { createPrompt(input: $in) { id } }",
        Map.of("in", Map.of("name", name, "content", "content of " + name)));
  }

  private static long count(String table, String column, String id) {
    return sql()
        .list(
            "select count(*) from %s where %s = ?".formatted(table, column),
            statement -> statement.setObject(1, UUID.fromString(id)),
            row -> row.getLong(1))
        .getFirst();
  }

  private static Sql sql() {
    return server.server().bean(Sql.class);
  }
}
