package dev.assay.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.error.AppException;
import dev.assay.graphql.http.RawHttp;
import dev.assay.testing.Browser;
import dev.assay.testing.Json;
import dev.assay.testing.RequestFrom;
import dev.assay.testing.TestServer;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that only its own machine can reach, and at which nobody signs in. */
class LocalModeTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(Map.of("micronaut.server.host", "127.0.0.1"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whoeverSitsAtTheMachineIsItsAdministrator() {
    Browser browser = new Browser(server.url());

    Json viewer = browser.data("{ viewer { id isLocal isAdministrator } }", Map.of()).get("viewer");

    assertThat(viewer.get("id").text()).isEqualTo(LocalUser.ID.value().toString());
    assertThat(viewer.get("isLocal").isTrue()).isTrue();
    assertThat(viewer.get("isAdministrator").isTrue()).isTrue();
    assertThat(browser.get("/auth/methods").json().get("isLocal").isTrue()).isTrue();
    assertThat(browser.cookies).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "192.168.0.7:8080", "localhost.evil.example"})
  void aStrangersNameForThisMachineGetsNothing(String host) throws Exception {
    assertRefused(Map.of("Host", host));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "http://localhost:1", "null"})
  void aStrangersPageGetsNothing(String origin) throws Exception {
    assertRefused(Map.of("Host", "localhost:" + server.url().getPort(), "Origin", origin));
  }

  private static void assertRefused(Map<String, String> headers) throws IOException {
    for (String path :
        new String[] {"/", "/graphql?query=%7Bviewer%7Bid%7D%7D", "/account/export", "/health"}) {
      RawHttp.Response answer = RawHttp.send(server.url().getPort(), "GET", path, headers, "");
      assertThat(answer.status()).as(path).isEqualTo(403);
      assertThat(answer.body()).doesNotContain(LocalUser.ID.value().toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.168.0.7", "203.0.113.9", "0.0.0.0", "2001:db8::1", "::"})
  void whoComesFromElsewhereIsNobody(String address) {
    RequestCallers callers = server.bean(RequestCallers.class);

    assertThat(callers.of(RequestFrom.of(address), null)).isNull();
    assertThat(callers.of(RequestFrom.of(address, "X-Forwarded-For", "127.0.0.1"), null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "::ffff:127.0.0.1"})
  void whoComesFromThisMachineIsTheLocalUser(String address) {
    assertThat(server.bean(RequestCallers.class).of(RequestFrom.of(address), null))
        .isEqualTo(LocalUser.CALLER);
  }

  @Test
  void aWrongTokenIsRefusedHereToo() {
    RequestCallers callers = server.bean(RequestCallers.class);

    assertThatThrownBy(() -> callers.of(RequestFrom.of("127.0.0.1"), "Bearer assay_unknown"))
        .isInstanceOf(AppException.class);
  }

  @Test
  void theLocalUserMayStay() {
    assertThat(server.bean(RequestCallers.class).valid(Set.of(LocalUser.CALLER)))
        .containsExactly(LocalUser.CALLER);
  }

  @Test
  void thereIsNoLinkToUse() {
    Browser browser = new Browser(server.url());

    assertThat(browser.post("/auth/link", Map.of("token", "x")).status()).isEqualTo(401);
    assertThat(browser.get("/auth/methods").json().get("hasLink").isTrue()).isFalse();
  }
}
