package dev.assay.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Browser;
import dev.assay.testing.Browser.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** When a session begins anew, and when it is over by itself. */
class SessionLimitsTest {
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
  void eachSignInMakesASessionOfItsOwn() {
    Browser browser = server.browser("again");
    Map<String, String> before = Map.copyOf(browser.cookies);

    browser.signIn("oidc", "again", Map.of("name", "again"));

    for (String name : new String[] {"assay-access", "assay-refresh"}) {
      assertThat(browser.cookie(name)).isNotEqualTo(before.get(name));
    }
    assertThat(browser.data("{ sessions { id } }", Map.of()).get("sessions").list()).hasSize(2);
  }

  @Test
  void aTokenThatWasPlantedIsNotTakenOver() {
    Browser browser = server.stranger();
    browser.cookies.put("assay-refresh", "planted");
    browser.cookies.put("assay-access", "planted");

    browser.signIn("oidc", "planted", Map.of());

    assertThat(browser.cookie("assay-refresh")).isNotEqualTo("planted");
    assertThat(browser.cookie("assay-access")).isNotEqualTo("planted");
  }

  @Test
  void aSessionThatIsNotRenewedForAWeekIsOver() {
    Browser browser = server.browser("absent");

    age(browser, "expires_at = expires_at - interval '7 days'");

    assertThat(isSignedIn(browser)).isFalse();
    assertThat(browser.post("/auth/refresh", Map.of()).status()).isEqualTo(401);
  }

  @Test
  void noSessionOutlivesThirtyDays() {
    Browser browser = server.browser("faithful");
    age(browser, "created_at = now() - interval '30 days' + interval '1 hour'");

    Page renewed = browser.post("/auth/refresh", Map.of());

    Instant end =
        Instant.parse(
            browser
                .data("{ sessions { expiresAt } }", Map.of())
                .get("sessions")
                .get(0)
                .get("expiresAt")
                .text());
    assertThat(Duration.between(Instant.now(), end))
        .isBetween(Duration.ofMinutes(58), Duration.ofHours(1));
    assertThat(renewed.setsCookie("assay-refresh"))
        .containsPattern("Max-Age=35\\d\\d|Max-Age=3600");

    age(browser, "created_at = now() - interval '31 days'");
    browser.post("/auth/refresh", Map.of());
    assertThat(isSignedIn(browser)).isFalse();
  }

  @Test
  void noTokenStandsInAnAddress() {
    Browser browser = server.stranger();
    Page landing = browser.signIn("oidc", "addressed", Map.of());
    String token = server.token(browser, "READ");

    assertThat(landing.location()).isEqualTo(server.server().url().resolve("/signed-in"));
    String query = "/graphql?query=%7Bviewer%7Bid%7D%7D&";
    for (String given :
        new String[] {
          "access_token=" + token,
          "authorization=Bearer%20" + token,
          "assay-access=" + browser.cookie("assay-access")
        }) {
      assertThat(server.stranger().get(query + given).json().get("data").get("viewer").isNull())
          .as(given)
          .isTrue();
    }
  }

  private static void age(Browser browser, String change) {
    server.age("update session set %s where user_id = '%s'".formatted(change, server.id(browser)));
  }

  private static boolean isSignedIn(Browser browser) {
    return !browser.data("{ viewer { id } }", Map.of()).get("viewer").isNull();
  }
}
