package dev.assay.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.assay.testing.Browser;
import dev.assay.testing.Json;
import dev.assay.testing.LogRecorder;
import dev.assay.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way into a server that others can reach and that has no provider. */
class AdministratorLinkTest {
  private static final String VIEWER = "{ viewer { id isLocal isAdministrator } }";
  private static final Pattern LINK =
      Pattern.compile("https://assay.example.org/sign-in#link=([A-Za-z0-9_-]{43})$");

  private final LogRecorder log = LogRecorder.of("dev.assay.identity", Level.INFO);
  private TestServer server;

  @BeforeEach
  void start() {
    server =
        TestServer.start(
            Map.of(
                "micronaut.server.host", "0.0.0.0",
                "assay.public-url", "https://assay.example.org/"));
  }

  @AfterEach
  void stop() {
    server.close();
    log.close();
  }

  @Test
  void withoutItNobodyGetsAnything() {
    Browser browser = stranger();

    assertThat(browser.data(VIEWER, Map.of()).get("viewer").isNull()).isTrue();
    Json answer = browser.execute("{ models { totalCount } }", Map.of());
    assertThat(answer.get("errors").get(0).get("extensions").get("code").text())
        .isEqualTo("UNAUTHENTICATED");
    assertThat(browser.get("/account/export").status()).isEqualTo(401);
    Json methods = browser.get("/auth/methods").json();
    assertThat(methods.get("isLocal").isTrue()).isFalse();
    assertThat(methods.get("hasLink").isTrue()).isTrue();
    assertThat(methods.get("providers").list()).isEmpty();
    assertThat(server.bean(RequestCallers.class).valid(Set.of(LocalUser.CALLER))).isEmpty();
  }

  @Test
  void itWorksOnceAndMakesTheBrowserTheAdministrators() {
    String token = token();
    Browser first = stranger();
    Browser second = stranger();

    assertThat(first.post("/auth/link", Map.of("token", token)).status()).isEqualTo(200);
    assertThat(second.post("/auth/link", Map.of("token", token)).status()).isEqualTo(401);

    Json viewer = first.data(VIEWER, Map.of()).get("viewer");
    assertThat(viewer.get("isAdministrator").isTrue()).isTrue();
    assertThat(viewer.get("isLocal").isTrue()).isFalse();
    assertThat(viewer.get("id").text()).isEqualTo(LocalUser.ID.value().toString());
    assertThat(second.cookies).isEmpty();
  }

  @Test
  void aWrongTokenIsRefusedAndLeavesTheLinkAsItIs() {
    Browser browser = stranger();
    Map<String, Object> none = new HashMap<>();
    none.put("token", null);
    for (Map<String, Object> body :
        List.of(
            Map.<String, Object>of("token", "wrong"),
            Map.<String, Object>of("token", ""),
            none,
            Map.<String, Object>of())) {
      assertThat(browser.post("/auth/link", body).status()).as("%s", body).isEqualTo(401);
    }

    assertThat(browser.cookies).isEmpty();
    assertThat(browser.post("/auth/link", Map.of("token", token())).status()).isEqualTo(200);
  }

  @Test
  void aFormCannotUseIt() {
    Browser browser = stranger();

    var page = browser.form(server.url().resolve("/auth/link"), Map.of("token", token()));

    assertThat(page.status()).isEqualTo(415);
    assertThat(browser.cookies).isEmpty();
  }

  @Test
  void eachStartHasAnother() {
    String before = token();
    server.close();
    log.lines().clear();
    start();

    assertThat(token()).isNotEqualTo(before);
    assertThat(stranger().post("/auth/link", Map.of("token", before)).status()).isEqualTo(401);
  }

  @Test
  void aServerWithAProviderHasNone() {
    log.lines().clear();
    try (SignedInServer other = SignedInServer.start(Map.of("micronaut.server.host", "0.0.0.0"))) {
      assertThat(log.lines()).noneMatch(line -> line.contains("link="));
      assertThat(other.stranger().post("/auth/link", Map.of("token", Opaque.next())).status())
          .isEqualTo(401);
      assertThat(other.stranger().get("/auth/methods").json().get("hasLink").isTrue()).isFalse();
    }
  }

  private Browser stranger() {
    return new Browser(server.url());
  }

  private String token() {
    List<Matcher> links = log.lines().stream().map(LINK::matcher).filter(Matcher::find).toList();
    assertThat(links).hasSize(1);
    return links.getFirst().group(1);
  }
}
