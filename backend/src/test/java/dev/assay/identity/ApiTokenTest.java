package dev.assay.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Browser;
import dev.assay.testing.GraphQLClient;
import dev.assay.testing.Json;
import dev.assay.testing.RunRecorder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API tokens, from their making to their end. */
class ApiTokenTest {
  private static final String CREATE =
      "mutation($in: CreateApiTokenInput!) { createApiToken(input: $in)"
          + " { token apiToken { id name prefix scopes expiresAt lastUsedAt } } }";
  private static final String LIST = "{ apiTokens { id name expiresAt lastUsedAt } }";
  private static final String REVOKE = "mutation($id: ID!) { revokeApiToken(id: $id) { id } }";
  private static final String VIEWER = "{ viewer { id } }";

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
  void aTokenActsForItsMaker() {
    Browser browser = server.browser("maker");

    Json viewer = server.script(browser, "READ").data(VIEWER, Map.of()).get("viewer");

    assertThat(viewer.get("id").text()).isEqualTo(server.id(browser));
  }

  @Test
  void itsTextIsShownOnceAndKeptAsAHash() {
    Browser browser = server.browser("once");

    Json created =
        browser.data(CREATE, input("nightly", null, "READ", "RUN")).get("createApiToken");

    String text = created.get("token").text();
    Json token = created.get("apiToken");
    assertThat(text).matches("assay_[A-Za-z0-9_-]{43}").startsWith(token.get("prefix").text());
    assertThat(token.get("scopes").list()).extracting(Json::text).containsExactly("READ", "RUN");
    assertThat(browser.data(LIST, Map.of()).toString()).doesNotContain(text);
    assertThat(Duration.between(Instant.now(), Instant.parse(token.get("expiresAt").text())))
        .isBetween(Duration.ofDays(89), Duration.ofDays(90));
  }

  @Test
  void lastUseIsShown() {
    Browser browser = server.browser("user");
    GraphQLClient script = server.script(browser, "READ");
    assertThat(only(browser).get("lastUsedAt").isNull()).isTrue();

    script.data(VIEWER, Map.of());

    assertThat(Instant.parse(only(browser).get("lastUsedAt").text()))
        .isAfter(Instant.now().minusSeconds(61));
  }

  @Test
  void aTokenDoesWhatItsScopesSay() {
    Browser browser = server.browser("scoped");
    GraphQLClient reads = server.script(browser, "READ");
    GraphQLClient runs = server.script(browser, "RUN");
    GraphQLClient manages = server.script(browser, "MANAGE");
    String list = "{ runs { nodes { id } } }";
    String start = "mutation { startRun(input: {modelIds: [], userMessage: \"x\"}) { id } }";
    String change = "mutation { createPrompt(input: {name: \"p\", content: \"x\"}) { id } }";

    assertThat(code(reads.execute(list, Map.of()))).isEqualTo("none");
    assertThat(code(reads.execute(start, Map.of()))).isEqualTo("FORBIDDEN");
    assertThat(code(reads.execute(change, Map.of()))).isEqualTo("FORBIDDEN");
    assertThat(code(runs.execute(list, Map.of()))).isEqualTo("FORBIDDEN");
    assertThat(code(runs.execute(start, Map.of()))).isEqualTo("BAD_USER_INPUT");
    assertThat(code(runs.execute(change, Map.of()))).isEqualTo("FORBIDDEN");
    assertThat(code(manages.execute(change, Map.of()))).isEqualTo("none");
    assertThat(code(manages.execute(start, Map.of()))).isEqualTo("FORBIDDEN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ sessions { id } }",
        "{ apiTokens { id } }",
        "mutation { signOutEverywhere }",
        "mutation { deleteAccount(confirmation: \"x\") }",
        "mutation { createApiToken(input: {name: \"x\", scopes: [READ]}) { token } }"
      })
  void aTokenCannotMakeItselfMore(String document) {
    GraphQLClient script = server.script(server.browser("small"), "READ", "RUN", "MANAGE");

    assertThat(code(script.execute(document, Map.of()))).isEqualTo("FORBIDDEN");
  }

  @Test
  void anAdministratorsTokenMayManageUsersOnlyWithThatScope() {
    Browser boss = server.administrator();
    String list = "{ users { nodes { id } } }";

    assertThat(code(server.script(boss, "READ").execute(list, Map.of()))).isEqualTo("none");
    assertThat(code(server.script(boss, "RUN").execute(list, Map.of()))).isEqualTo("FORBIDDEN");
  }

  @Test
  void aRevokedTokenIsWorthNothingAndItsSocketCloses() {
    Browser browser = server.browser("revoker");
    String model =
        server
            .client(browser)
            .model("sim?tokens=2000&gap=10ms&seed=5", server.server().simulator().baseUrl());
    String run = server.client(browser).startRun("Go on.", model);
    GraphQLClient script = server.script(browser, "READ");
    RunRecorder socket = script.follow(run);
    socket.awaitPiece(0, 1);
    long begun = System.nanoTime();

    browser.data(REVOKE, Map.of("id", only(browser).get("id").text()));
    socket.awaitComplete();

    assertThat(socket.closeCode()).isEqualTo(4403);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    assertThat(code(script.execute(VIEWER, Map.of()))).isEqualTo("UNAUTHENTICATED");
    assertThat(browser.data(LIST, Map.of()).get("apiTokens").list()).isEmpty();
  }

  @Test
  void anExpiredTokenIsWorthNothingAndStaysInTheList() {
    Browser browser = server.browser("late");
    GraphQLClient script = server.script(browser, "READ");

    server.age("update api_token set expires_at = now() - interval '1 second'");

    assertThat(code(script.execute(VIEWER, Map.of()))).isEqualTo("UNAUTHENTICATED");
    assertThat(browser.data(LIST, Map.of()).get("apiTokens").list()).hasSize(1);
    server.age("update api_token set expires_at = now() + interval '1 day'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer assay_unknown", "Bearer", "Basic YTpi", "assay_x", "Bearer a b"})
  void whatIsNoTokenIsRefusedAlsoBesideACookie(String authorization) {
    Browser browser = server.browser("both");
    GraphQLClient client = server.client(browser).with("Cookie", browser.cookieHeader());

    assertThat(code(client.execute(VIEWER, Map.of()))).isEqualTo("none");
    assertThat(
            code(
                server
                    .server()
                    .client()
                    .with("Authorization", authorization)
                    .execute(VIEWER, Map.of())))
        .isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void aSocketTakesTheTokenInItsFirstMessageToo() {
    Browser browser = server.browser("params");
    String token = server.token(browser, "READ");

    RunRecorder socket =
        RunRecorder.open(
            server.server().client().socket(),
            Map.of(),
            "{\"authorization\": \"Bearer %s\"}".formatted(token),
            "01900000-0000-7000-8000-00000000000f",
            null);
    socket.awaitComplete();

    assertThat(socket.errors().getFirst().get(0).get("extensions").get("code").text())
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void wrongInputNamesTheField() {
    Browser browser = server.browser("wrong");

    assertField(browser, "input.name", input(" ", null, "READ"));
    assertField(browser, "input.scopes", input("x", null));
    assertField(browser, "input.expiresAt", input("x", Instant.now().minusSeconds(1), "READ"));
    assertField(
        browser, "input.expiresAt", input("x", Instant.now().plus(Duration.ofDays(400)), "READ"));
  }

  private static void assertField(Browser browser, String field, Map<String, Object> variables) {
    Json error = browser.execute(CREATE, variables).get("errors").get(0);
    assertThat(error.get("extensions").get("code").text()).isEqualTo("BAD_USER_INPUT");
    assertThat(error.get("extensions").get("field").text()).isEqualTo(field);
  }

  private static Map<String, Object> input(
      String name, @Nullable Instant expiresAt, String... scopes) {
    Map<String, Object> input = new HashMap<>();
    input.put("name", name);
    input.put("scopes", List.of(scopes));
    if (expiresAt != null) {
      input.put("expiresAt", expiresAt.toString());
    }
    return Map.of("in", input);
  }

  private static Json only(Browser browser) {
    List<Json> tokens = browser.data(LIST, Map.of()).get("apiTokens").list();
    assertThat(tokens).hasSize(1);
    return tokens.getFirst();
  }

  private static String code(Json answer) {
    return answer.has("errors")
        ? answer.get("errors").get(0).get("extensions").get("code").text()
        : "none";
  }
}
