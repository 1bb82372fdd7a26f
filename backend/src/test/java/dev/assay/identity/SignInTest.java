package dev.assay.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Browser;
import dev.assay.testing.Browser.Page;
import dev.assay.testing.Issuer;
import dev.assay.testing.Json;
import dev.assay.testing.TestServer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sign-in at a real OpenID provider. */
class SignInTest {
  private static final String VIEWER = "{ viewer { id name email isAdministrator isLocal } }";

  private static Issuer issuer;
  private static TestServer server;

  @BeforeAll
  static void start() {
    issuer = Issuer.start();
    Map<String, Object> settings =
        new HashMap<>(SignInProviders.properties(Map.of("OIDC_ISSUER", issuer.url().toString())));
    settings.put("assay.sign-in-attempts-per-minute", 1_000);
    settings.put("assay.admin-emails", "Boss@example.org, other@example.org");
    server = TestServer.start(settings);
  }

  @AfterAll
  static void stop() {
    server.close();
    issuer.close();
  }

  @Test
  void theFirstSignInMakesTheProfile() {
    Browser browser = new Browser(server.url());

    Page landing =
        browser.signIn(
            "oidc",
            "ada",
            Map.of("name", "Ada", "email", "ada@example.org", "email_verified", true));

    assertThat(landing.status()).isEqualTo(303);
    assertThat(landing.location().getPath()).isEqualTo("/signed-in");
    Json viewer = browser.data(VIEWER, Map.of()).get("viewer");
    assertThat(viewer.get("name").text()).isEqualTo("Ada");
    assertThat(viewer.get("email").text()).isEqualTo("ada@example.org");
    assertThat(viewer.get("isAdministrator").isTrue()).isFalse();
    assertThat(viewer.get("isLocal").isTrue()).isFalse();
  }

  @Test
  void theSecondSignInFindsTheSamePerson() {
    Browser one = new Browser(server.url());
    one.signIn("oidc", "twice", Map.of("name", "Before"));
    Browser two = new Browser(server.url());
    two.signIn("oidc", "twice", Map.of("name", "After"));

    Json before = one.data(VIEWER, Map.of()).get("viewer");
    Json after = two.data(VIEWER, Map.of()).get("viewer");

    assertThat(after.get("id").text()).isEqualTo(before.get("id").text());
    assertThat(after.get("name").text()).isEqualTo("After");
  }

  @Test
  void anAdministratorIsWhomTheSettingsNameByAVerifiedAddress() {
    assertThat(isAdministrator("boss", "boss@EXAMPLE.org", true)).isTrue();
    assertThat(isAdministrator("impostor", "boss@example.org", false)).isFalse();
    assertThat(isAdministrator("nobody", "nobody@example.org", true)).isFalse();
  }

  private static boolean isAdministrator(String name, String email, boolean verified) {
    Browser browser = new Browser(server.url());
    browser.signIn("oidc", name, Map.of("email", email, "email_verified", verified));
    return browser.data(VIEWER, Map.of()).get("viewer").get("isAdministrator").isTrue();
  }

  @Test
  void theProviderIsAskedForACodeWithStateNonceAndChallenge() {
    URI login = new Browser(server.url()).get("/auth/login/oidc").location();

    assertThat(login.toString()).startsWith(issuer.url().toString());
    assertThat(login.getQuery())
        .contains("response_type=code", "state=", "nonce=", "code_challenge_method=S256")
        .contains("code_challenge=", "scope=openid");
  }

  @Test
  void aWrongStateIsRefused() {
    Browser browser = new Browser(server.url());
    Page back = browser.approve("oidc", "ada", Map.of());
    String address = back.location().toString().replaceFirst("state=[^&]+", "state=e30");

    assertRefused(browser, browser.get(URI.create(address)), "expired");
  }

  @Test
  void aStateOfAnotherBrowserIsRefused() {
    Page back = new Browser(server.url()).approve("oidc", "ada", Map.of());
    Browser victim = new Browser(server.url());

    assertRefused(victim, victim.get(back.location()), "expired");
  }

  @Test
  void aWrongNonceIsRefused() {
    Browser browser = new Browser(server.url());
    Page back = browser.approve("oidc", "ada", Map.of());
    browser.cookies.put("OPENID_NONCE", "of-another-sign-in");

    assertRefused(browser, browser.get(back.location()), "expired");
  }

  @Test
  void aMissingNonceIsRefused() {
    Browser browser = new Browser(server.url());
    Page back = browser.approve("oidc", "ada", Map.of());
    browser.cookies.remove("OPENID_NONCE");

    assertRefused(browser, browser.get(back.location()), "expired");
  }

  @Test
  void aWrongCodeIsRefused() {
    Browser browser = new Browser(server.url());
    Page back = browser.approve("oidc", "ada", Map.of());
    String address = back.location().toString().replaceFirst("code=[^&]+", "code=stolen");

    assertRefused(browser, browser.get(URI.create(address)), "failed");
  }

  @Test
  void aWrongVerifierIsRefused() {
    Browser browser = new Browser(server.url());
    Page back = browser.approve("oidc", "ada", Map.of());
    browser.cookies.put("OAUTH2_PKCE", "a".repeat(64));

    assertRefused(browser, browser.get(back.location()), "failed");
  }

  @Test
  void aProviderThatSaysNoIsBelieved() {
    Browser browser = new Browser(server.url());
    Page back = browser.approve("oidc", "ada", Map.of());
    String address = back.location().toString().replaceFirst("code=[^&]+", "error=access_denied");

    assertRefused(browser, browser.get(URI.create(address)), "denied");
  }

  /** The service starts without its provider, and finds it once it is there. */
  @Test
  void aProviderThatIsAwayIsAskedAgain() {
    URI address;
    try (Issuer gone = Issuer.start()) {
      address = gone.url();
    }
    Map<String, Object> settings =
        new HashMap<>(SignInProviders.properties(Map.of("OIDC_ISSUER", address.toString())));
    try (TestServer lonely = TestServer.start(settings)) {
      Browser browser = new Browser(lonely.url());

      Page away = browser.get("/auth/login/oidc");
      assertThat(away.status()).as(away.body()).isEqualTo(303);
      assertThat(away.location().toString()).endsWith("/sign-in?error=unavailable");

      try (Issuer back = Issuer.start(address.getPort())) {
        assertThat(back.url()).isEqualTo(address);
        Page landing = browser.signIn("oidc", "ada", Map.of());
        assertThat(landing.location().getPath()).isEqualTo("/signed-in");
      }
    }
  }

  @Test
  void theCookiesAreHiddenFromScriptsAndFromOtherSites() {
    Browser browser = new Browser(server.url());

    Page landing = browser.signIn("oidc", "cookies", Map.of());

    for (String name : new String[] {"assay-access", "assay-refresh"}) {
      assertThat(landing.setsCookie(name)).contains("HTTPOnly", "SameSite=Strict", "Path=/");
    }
    assertThat(landing.setsCookie("assay-access")).contains("Max-Age=3600");
    assertThat(landing.setsCookie("assay-refresh")).contains("Max-Age=6047");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/json", "text/html"})
  void theServersOwnAddressesAreNeverAnsweredWithThePage(String accept) {
    Browser browser = new Browser(server.url());

    for (String path : new String[] {"/auth/methods", "/health", "/account/export", "/metrics"}) {
      assertThat(browser.get(path, accept).body()).as(path).doesNotContain("<html", "<title>");
    }
    assertThat(browser.get("/auth/login/oidc", accept).status()).isEqualTo(302);
    assertThat(browser.get("/auth/callback/oidc?error=access_denied&state=x", accept).location())
        .hasParameter("error", "denied");
  }

  @Test
  void aFormCannotSignIn() {
    Browser browser = new Browser(server.url());

    assertThat(browser.form(server.url().resolve("/auth/callback/oidc"), Map.of()).status())
        .isEqualTo(405);
  }

  private static void assertRefused(Browser browser, Page page, String problem) {
    assertThat(page.status()).isEqualTo(303);
    assertThat(page.location().toString()).endsWith("/sign-in?error=" + problem);
    assertThat(browser.cookies).doesNotContainKeys("assay-access", "assay-refresh");
    assertThat(browser.data(VIEWER, Map.of()).get("viewer").isNull()).isTrue();
  }
}
