package dev.assay.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.database.Sql;
import dev.assay.graphql.Caller;
import dev.assay.graphql.Credential;
import dev.assay.graphql.UserId;
import dev.assay.secret.SigningKeys;
import dev.assay.testing.Browser;
import dev.assay.testing.Browser.Page;
import dev.assay.testing.Json;
import dev.assay.testing.RunRecorder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session from its sign-in to its end. */
class SessionTest {
  private static final String VIEWER = "{ viewer { id accessExpiresAt } }";
  private static final String SESSIONS =
      "{ sessions { id device address createdAt lastUsedAt expiresAt isCurrent } }";
  private static final String END = "mutation($id: ID!) { endSession(id: $id) { id } }";
  private static final String LONG_ANSWER = "sim?tokens=2000&gap=10ms&seed=5";

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
  void accessLastsAnHourAndTheSessionAWeek() {
    Browser browser = server.browser("clock");

    Instant until =
        Instant.parse(browser.data(VIEWER, Map.of()).get("viewer").get("accessExpiresAt").text());
    Instant end =
        Instant.parse(
            browser.data(SESSIONS, Map.of()).get("sessions").get(0).get("expiresAt").text());

    assertThat(Duration.between(Instant.now(), until)).isBetween(minutes(59), minutes(60));
    assertThat(Duration.between(Instant.now(), end)).isBetween(days(7).minusMinutes(1), days(7));
  }

  @Test
  void renewingRotatesTheRefreshToken() {
    Browser browser = server.browser("rotates");
    String before = browser.cookie("assay-refresh");

    Page renewed = refresh(browser);

    assertThat(renewed.status()).isEqualTo(200);
    assertThat(Instant.parse(renewed.json().get("accessExpiresAt").text())).isAfter(Instant.now());
    assertThat(browser.cookie("assay-refresh")).isNotEqualTo(before);
    assertThat(isSignedIn(browser)).isTrue();
  }

  @Test
  void anOldRefreshTokenEndsTheWholeSession() {
    Browser browser = server.browser("thief");
    String stolen = browser.cookie("assay-refresh");
    refresh(browser);
    server.age("update refresh_token set replaced_at = replaced_at - interval '31 seconds'");
    Browser thief = server.stranger();
    thief.cookies.put("assay-refresh", stolen);

    assertThat(refresh(thief).status()).isEqualTo(401);

    assertThat(isSignedIn(browser)).isFalse();
    assertThat(refresh(browser).status()).isEqualTo(401);
  }

  @Test
  void tabsThatRenewAtOnceStaySignedIn() {
    Browser browser = server.browser("tabs");
    List<Browser> tabs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Browser tab = server.stranger();
      tab.cookies.putAll(browser.cookies);
      tabs.add(tab);
    }

    List<Integer> answers =
        tabs.stream()
            .map(tab -> CompletableFuture.supplyAsync(() -> refresh(tab).status()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).containsOnly(200);
    assertThat(tabs).allMatch(SessionTest::isSignedIn);
    // One of them got the next token; the browser keeps one jar for all.
    String next =
        tabs.stream()
            .map(tab -> tab.cookie("assay-refresh"))
            .filter(token -> !token.equals(browser.cookie("assay-refresh")))
            .findFirst()
            .orElseThrow();
    browser.cookies.put("assay-refresh", next);
    assertThat(refresh(browser).status()).isEqualTo(200);
  }

  @Test
  void onlyHashesAreKept() {
    Browser browser = server.browser("hashes");
    String token = browser.cookie("assay-refresh");

    long found =
        server
            .server()
            .bean(Sql.class)
            .list(
                "select count(*) from refresh_token where hash = ?",
                statement -> statement.setBytes(1, token.getBytes(StandardCharsets.UTF_8)),
                row -> row.getLong(1))
            .getFirst();

    assertThat(found).isZero();
  }

  @Test
  void anAccessTokenThatWasChangedIsNotOne() {
    Browser browser = server.browser("forger");
    String token = browser.cookie("assay-access");
    for (String forged :
        List.of(
            token.substring(0, token.length() - 4) + "AAAA",
            token.replaceFirst("[.].*[.]", "." + base64("{\"sub\":\"x\"}") + "."),
            base64("{\"alg\":\"none\"}") + "." + token.split("[.]")[1] + ".",
            "x",
            "")) {
      browser.cookies.put("assay-access", forged);
      assertThat(isSignedIn(browser)).as(forged).isFalse();
    }
  }

  @Test
  void anAccessTokenEndsByItself() {
    AccessTokens tokens = server.server().bean(AccessTokens.class);
    SessionId session = new SessionId(UUID.randomUUID());
    Instant end = Instant.parse("2026-01-01T00:00:00Z");
    String token = tokens.issue(session, end);

    assertThat(tokens.read(token, end.minusMillis(1))).isNotNull();
    assertThat(tokens.read(token, end)).isNull();
  }

  @Test
  void signingKeysCanBeRotated(@TempDir Path home) {
    String old = "old-0123456789-abcdefghijklmnopqrstuvwxyz";
    String fresh = "new-0123456789-abcdefghijklmnopqrstuvwxyz";
    Instant now = Instant.now();
    SessionId session = new SessionId(UUID.randomUUID());
    String before = tokens(old, home).issue(session, now.plusSeconds(60));
    AccessTokens during = tokens(fresh + ", " + old, home);

    assertThat(during.read(before, now)).isNotNull();
    String after = during.issue(session, now.plusSeconds(60));
    assertThat(tokens(fresh, home).read(after, now)).isNotNull();
    assertThat(tokens(fresh, home).read(before, now)).isNull();
  }

  private static AccessTokens tokens(String keys, Path home) {
    return new AccessTokens(new SigningKeys(keys, home.toString()));
  }

  @Test
  void signingOutEndsTheSessionOnTheServer() {
    Browser browser = server.browser("leaver");
    Browser copy = server.stranger();
    copy.cookies.putAll(browser.cookies);

    assertThat(browser.post("/auth/sign-out", Map.of()).status()).isEqualTo(204);

    assertThat(browser.cookies).doesNotContainKeys("assay-access", "assay-refresh");
    assertThat(isSignedIn(copy)).isFalse();
    assertThat(refresh(copy).status()).isEqualTo(401);
  }

  /** Its refresh token is lost, as it is when a browser empties some of its cookies. */
  @Test
  void signingOutEndsTheSessionByItsAccessTokenToo() {
    Browser browser = server.browser("half-forgotten");
    Browser copy = server.stranger();
    copy.cookies.putAll(browser.cookies);
    browser.cookies.remove("assay-refresh");

    browser.post("/auth/sign-out", Map.of());

    assertThat(isSignedIn(copy)).isFalse();
    assertThat(refresh(copy).status()).isEqualTo(401);
  }

  @Test
  void sessionsAreListedAndEndedOneByOne() {
    Browser here = server.browser("two-places");
    Browser there = server.browser("two-places");

    List<Json> sessions = here.data(SESSIONS, Map.of()).get("sessions").list();

    assertThat(sessions).hasSize(2);
    assertThat(sessions.getFirst().get("device").text()).isEqualTo("Firefox on Linux");
    assertThat(sessions.getFirst().get("address").text()).isEqualTo("127.0.0.1");
    Json other =
        sessions.stream().filter(one -> !one.get("isCurrent").isTrue()).findFirst().orElseThrow();
    here.data(END, Map.of("id", other.get("id").text()));
    assertThat(isSignedIn(there)).isFalse();
    assertThat(isSignedIn(here)).isTrue();
  }

  @Test
  void somebodyElsesSessionCannotBeEnded() {
    Browser mine = server.browser("mine");
    Browser other = server.browser("other");
    String id = mine.data(SESSIONS, Map.of()).get("sessions").get(0).get("id").text();

    Json answer = other.execute(END, Map.of("id", id));

    assertThat(code(answer)).isEqualTo("NOT_FOUND");
    assertThat(isSignedIn(mine)).isTrue();
  }

  @Test
  void signingOutEverywhereEndsAllAndSaysHowMany() {
    Browser one = server.browser("everywhere");
    Browser two = server.browser("everywhere");

    Json answer = one.data("mutation { signOutEverywhere }", Map.of());

    assertThat(answer.get("signOutEverywhere").integer()).isEqualTo(2);
    assertThat(isSignedIn(one)).isFalse();
    assertThat(isSignedIn(two)).isFalse();
  }

  @Test
  void aSocketIsClosedWithinASecondOfTheSessionsEnd() {
    Browser browser = server.browser("watcher");
    String model = server.client(browser).model(LONG_ANSWER, server.server().simulator().baseUrl());
    String run = server.client(browser).startRun("Go on.", model);
    RunRecorder socket = server.client(browser).follow(run);
    socket.awaitPiece(0, 1);
    Browser elsewhere = server.browser("watcher");
    long begun = System.nanoTime();

    elsewhere.data("mutation { signOutEverywhere }", Map.of());
    socket.awaitComplete();

    assertThat(socket.closeCode()).isEqualTo(4403);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void aSocketOutlivesTheRenewalOfItsAccess() {
    Browser browser = server.browser("renewer");
    String model =
        server
            .client(browser)
            .model("sim?tokens=150&gap=10ms&seed=6", server.server().simulator().baseUrl());
    String run = server.client(browser).startRun("Go on.", model);
    RunRecorder socket = server.client(browser).follow(run);
    socket.awaitPiece(0, 1);

    refresh(browser);
    socket.awaitComplete();

    assertThat(socket.last().get("__typename").text()).isEqualTo("RunFinished");
    assertThat(socket.answers().get(0)).isNotBlank();
  }

  @Test
  void aSocketEndsWithItsAccess() {
    SessionRepository sessions = server.server().bean(SessionRepository.class);
    RequestCallers callers = server.server().bean(RequestCallers.class);
    Browser browser = server.browser("expiring");
    UUID session =
        UUID.fromString(browser.data(SESSIONS, Map.of()).get("sessions").get(0).get("id").text());
    assertThat(sessions.living(List.of(session))).containsExactly(session);

    var still = caller(session, Instant.now().plusSeconds(5));
    var over = caller(session, Instant.now().minusSeconds(1));

    assertThat(callers.valid(Set.of(still, over))).containsExactly(still);
  }

  private static Caller caller(UUID session, Instant until) {
    return new Caller(
        new UserId(UUID.randomUUID()), "somebody", false, Credential.session(session, until));
  }

  @Test
  void aPageElsewhereCannotRenewOrSignOut() {
    Browser browser = server.browser("forged");

    Page form = browser.form(server.server().url().resolve("/auth/sign-out"), Map.of());

    assertThat(form.status()).isEqualTo(415);
    assertThat(isSignedIn(browser)).isTrue();
  }

  private static Page refresh(Browser browser) {
    return browser.post("/auth/refresh", Map.of());
  }

  private static boolean isSignedIn(Browser browser) {
    return !browser.data(VIEWER, Map.of()).get("viewer").isNull();
  }

  private static String code(Json answer) {
    return answer.get("errors").get(0).get("extensions").get("code").text();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Duration minutes(int count) {
    return Duration.ofMinutes(count);
  }

  private static Duration days(int count) {
    return Duration.ofDays(count);
  }
}
