package dev.assay.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.graphql.TestServer;
import io.micronaut.http.server.HttpServerConfiguration;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginGuardTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server =
        new TestServer(Map.of("assay.allowed-origins", "https://friend.example, http://other:81"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "localhost:5173", "127.0.0.1:8080", "[::1]:8080", "LocalHost:1"})
  void aLocalServerAnswersToLocalNames(String host) throws Exception {
    assertThat(query(Map.of("Host", host)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8080",
        "localhost.evil.example",
        "192.168.0.1",
        "127.0.0.1.nip.io"
      })
  void aLocalServerAnswersToNoOtherName(String host) throws Exception {
    RawHttp.Response answer = query(Map.of("Host", host));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("\"code\":\"FORBIDDEN\"", "requestId");
    assertThat(get("/any.js", Map.of("Host", host)).status()).isEqualTo(403);
    assertThat(upgrade(Map.of("Host", host)).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:5173, http://localhost:5173",
    "localhost:8080, http://localhost:8080",
    "localhost, http://localhost",
    "localhost:80, http://localhost",
    "localhost:8080, https://friend.example",
    "localhost:8080, http://other:81"
  })
  void pagesOfTheSameOriginAndOfAllowedOnesAreWelcome(String host, String origin) throws Exception {
    assertThat(query(Map.of("Host", host, "Origin", origin)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:5173",
        "http://127.0.0.1:8080",
        "https://evil.example",
        "http://friend.example",
        "https://friend.example.evil.example",
        "null",
        ""
      })
  void otherPagesAreNot(String origin) throws Exception {
    Map<String, String> headers = Map.of("Host", "localhost:8080", "Origin", origin);

    assertThat(query(headers).status()).isEqualTo(403);
    assertThat(upgrade(headers).status()).isEqualTo(403);
    assertThat(query(headers).headers()).doesNotContainKey("access-control-allow-origin");
  }

  @Test
  void aPreflightIsAnsweredForAllowedOriginsOnly() throws Exception {
    RawHttp.Response allowed = preflight("https://friend.example");

    assertThat(allowed.status()).isEqualTo(204);
    assertThat(allowed.headers())
        .containsEntry("access-control-allow-origin", "https://friend.example")
        .containsEntry("access-control-allow-credentials", "true");
    assertThat(allowed.headers().get("access-control-allow-headers")).contains("Content-Type");
    assertThat(preflight("https://evil.example").status()).isEqualTo(403);
  }

  @Test
  void anAllowedPageMayReadTheAnswerAndItsRequestId() throws Exception {
    RawHttp.Response answer =
        query(Map.of("Host", "localhost:8080", "Origin", "https://friend.example"));

    assertThat(answer.headers())
        .containsEntry("access-control-allow-origin", "https://friend.example")
        .containsEntry("access-control-expose-headers", "X-Request-Id");
    assertThat(answer.headers().get("vary")).containsIgnoringCase("origin");
  }

  @Test
  void anotherSitesPageCannotMakeTheBrowserAskUnseen() throws Exception {
    Map<String, String> image = Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors");
    Map<String, String> link = Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate");
    Map<String, String> own = Map.of("Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "cors");

    assertThat(get("/graphql?query=%7Bhello%7D", local(image)).status()).isEqualTo(403);
    assertThat(get("/graphql?query=%7Bhello%7D", local(link)).status()).isEqualTo(403);
    assertThat(get("/graphql?query=%7Bhello%7D", local(own)).status()).isEqualTo(200);
    assertThat(get("/runs/1", local(link)).status()).isEqualTo(404);
  }

  @Test
  void aPublicServerAnswersToItsOwnNamesAndToAddresses() {
    Addresses open = addresses("0.0.0.0", "", "");
    Addresses named = addresses("0.0.0.0", "https://friend.example", "https://assay.example:8443");

    assertThat(open.isOurs("anything.example")).isTrue();
    assertThat(named.isOurs("assay.example:8443")).isTrue();
    assertThat(named.isOurs("10.0.0.7:8080")).isTrue();
    assertThat(named.isOurs("localhost:8080")).isTrue();
    assertThat(named.isOurs("evil.example")).isFalse();
    assertThat(named.isOurs(null)).isFalse();
    assertThat(named.isWelcome("https://assay.example:8443", "10.0.0.7")).isTrue();
    assertThat(named.isWelcome("https://evil.example", "10.0.0.7")).isFalse();
  }

  @Test
  void anOriginThatIsNoAddressStopsTheStart() {
    assertThatThrownBy(() -> addresses("127.0.0.1", "friend.example", ""))
        .hasMessageContaining("ALLOWED_ORIGINS");
  }

  private static Addresses addresses(String host, String allowed, String publicUrl) {
    HttpServerConfiguration configuration = new HttpServerConfiguration();
    configuration.setHost(host);
    return new Addresses(configuration, allowed, publicUrl);
  }

  private static RawHttp.Response query(Map<String, String> headers) throws IOException {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "application/json");
    return RawHttp.send(server.port(), "POST", "/graphql", all, "{\"query\":\"{ hello }\"}");
  }

  private static RawHttp.Response get(String path, Map<String, String> headers) throws IOException {
    return RawHttp.send(server.port(), "GET", path, headers, "");
  }

  private static RawHttp.Response upgrade(Map<String, String> headers) throws IOException {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Connection", "Upgrade");
    all.put("Upgrade", "websocket");
    all.put("Sec-WebSocket-Version", "13");
    all.put("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    all.put("Sec-WebSocket-Protocol", "graphql-transport-ws");
    return get("/graphql-ws", all);
  }

  private static RawHttp.Response preflight(String origin) throws IOException {
    return RawHttp.send(
        server.port(),
        "OPTIONS",
        "/graphql",
        Map.of(
            "Host", "localhost:8080",
            "Origin", origin,
            "Access-Control-Request-Method", "POST",
            "Access-Control-Request-Headers", "content-type"),
        "");
  }

  private static Map<String, String> local(Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Host", "localhost:8080");
    return all;
  }
}
