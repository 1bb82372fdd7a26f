package dev.assay.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.graphql.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityHeadersTest {
  private final TestServer server = new TestServer();

  @AfterAll
  void stop() {
    server.close();
  }

  /** Also where the request never gets as far as a controller. */
  @ParameterizedTest
  @CsvSource({
    "localhost, /graphql?query=%7Bhello%7D, 200",
    "localhost, /nowhere, 404",
    "elsewhere.example, /graphql?query=%7Bhello%7D, 403",
  })
  void everyAnswerTellsBrowsersWhatMayBeDone(String host, String path, int status)
      throws Exception {
    RawHttp.Response answer = RawHttp.send(server.port(), "GET", path, Map.of("Host", host), "");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers())
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("referrer-policy", "same-origin")
        .containsEntry("cross-origin-opener-policy", "same-origin")
        .containsKey("permissions-policy");
    String policy = answer.headers().getOrDefault("content-security-policy", "");
    assertThat(policy)
        .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe-eval", "script-src");
  }
}
