package dev.assay.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Browser;
import dev.assay.testing.Browser.Page;
import dev.assay.testing.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One address may not try for ever to get in. */
class SignInAttemptsTest {
  private static final String ATTEMPTS = "assay.sign-in-attempts-per-minute";
  private static final String PROXIES = "assay.trusted-proxies";

  @Test
  void aBrowserIsSentToThePageThatSaysSo() {
    try (SignedInServer server = SignedInServer.start(Map.of(ATTEMPTS, 2))) {
      Browser browser = server.stranger();
      for (int i = 0; i < 2; i++) {
        assertThat(browser.get("/auth/login/oidc").location().getPath()).endsWith("/authorize");
      }

      Page page = browser.get("/auth/login/oidc");

      assertThat(page.status()).isEqualTo(303);
      assertThat(page.location().toString()).endsWith("/sign-in?error=rate_limited");
      assertThat(browser.get("/auth/callback/oidc?code=x&state=y").location().toString())
          .endsWith("/sign-in?error=rate_limited");
    }
  }

  @Test
  void wrongLinksAndTokensAreCountedAndToldWhenToTryAgain() {
    try (SignedInServer server = SignedInServer.start(Map.of(ATTEMPTS, 2))) {
      Browser browser = server.stranger();
      assertThat(browser.post("/auth/link", Map.of("token", "a")).status()).isEqualTo(401);
      browser.cookies.put("assay-refresh", "guessed");
      assertThat(browser.post("/auth/refresh", Map.of()).status()).isEqualTo(401);

      for (String path : new String[] {"/auth/link", "/auth/refresh"}) {
        Page page = browser.post(path, Map.of("token", "b"));
        assertThat(page.status()).isEqualTo(429);
        Json error = page.json().get("errors").get(0).get("extensions");
        assertThat(error.get("code").text()).isEqualTo("RATE_LIMITED");
        assertThat(error.get("retryAfterMs").integer()).isBetween(1, 60_001);
      }
    }
  }

  @Test
  void whoIsSignedInMayRenewAsOftenAsNeeded() {
    try (SignedInServer server = SignedInServer.start(Map.of(ATTEMPTS, 3))) {
      Browser browser = server.browser("renewer");

      for (int i = 0; i < 10; i++) {
        assertThat(browser.post("/auth/refresh", Map.of()).status()).isEqualTo(200);
      }
    }
  }

  @Test
  void aHeaderThatNobodyVouchesForChangesNothing() {
    try (SignedInServer server = SignedInServer.start(Map.of(ATTEMPTS, 1))) {
      assertThat(link(server, "198.51.100.1")).isEqualTo(401);
      assertThat(link(server, "198.51.100.2")).isEqualTo(429);
    }
  }

  @Test
  void behindATrustedProxyEachClientCountsApart() {
    try (SignedInServer server =
        SignedInServer.start(Map.of(ATTEMPTS, 1, PROXIES, "127.0.0.0/8"))) {
      assertThat(link(server, "198.51.100.1")).isEqualTo(401);
      assertThat(link(server, "198.51.100.1")).isEqualTo(429);
      assertThat(link(server, "198.51.100.2")).isEqualTo(401);
      assertThat(link(server, "192.0.2.66, 198.51.100.2")).isEqualTo(429);
    }
  }

  /** Tries a link, as a proxy passes it on; tells the status. */
  private static int link(SignedInServer server, String forwardedFor) {
    URI address = server.server().url().resolve("/auth/link");
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .header("X-Forwarded-For", forwardedFor)
            .POST(BodyPublishers.ofString("{\"token\": \"x\"}"))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
      return answer.statusCode();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
