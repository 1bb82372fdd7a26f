package dev.assay.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Browser;
import dev.assay.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The cookies of a site that is https to its users, and plain to the server behind its proxy. */
class SessionCookiesTest {
  @Test
  void overHttpsTheyAreBoundToItAndToTheHost() {
    try (TestServer server =
        TestServer.start(
            Map.of(
                "assay.public-url", "https://assay.example.org",
                "micronaut.server.host", "0.0.0.0"))) {
      Browser.Page page = new Browser(server.url()).post("/auth/sign-out", Map.of());

      for (String name : new String[] {"__Host-assay-access", "__Host-assay-refresh"}) {
        assertThat(page.setsCookie(name))
            .contains("Secure", "HTTPOnly", "SameSite=Strict", "Path=/", "Max-Age=0")
            .doesNotContain("Domain");
      }
      assertThat(page.setsCookie("assay-access")).isNull();
    }
  }

  @Test
  void withoutHttpsBrowsersTakeThemOnLoopbackToo() {
    try (TestServer server = TestServer.start(Map.of())) {
      Browser.Page page = new Browser(server.url()).post("/auth/sign-out", Map.of());

      assertThat(page.setsCookie("assay-access")).doesNotContain("Secure");
    }
  }
}
