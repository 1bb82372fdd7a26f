package dev.assay.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Browser;
import dev.assay.testing.Browser.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The cookies of a server that browsers reach over https. */
class SessionCookiesTest {
  private static final Map<String, Object> HTTPS =
      Map.of("assay.public-url", "https://assay.example.org");

  @Test
  void overHttpsNoOtherServerCanSetOrReadThem() {
    try (SignedInServer server = SignedInServer.start(HTTPS)) {
      Browser browser = server.stranger();

      Page landing = browser.signIn("oidc", "secure", Map.of());

      for (String name : new String[] {"__Host-assay-access", "__Host-assay-refresh"}) {
        assertThat(landing.setsCookie(name))
            .contains("Secure", "HTTPOnly", "SameSite=Strict", "Path=/")
            .doesNotContain("Domain");
      }
      assertThat(landing.setsCookie("assay-access")).isNull();
      assertThat(landing.setsCookie("assay-refresh")).isNull();
    }
  }

  @Test
  void overHttpsThoseOfOtherNamesAreNotRead() {
    try (SignedInServer server = SignedInServer.start(HTTPS)) {
      Browser browser = server.browser("renamer");
      assertThat(isSignedIn(browser)).isTrue();
      browser.cookies.put("assay-access", browser.cookie("__Host-assay-access"));
      browser.cookies.remove("__Host-assay-access");

      assertThat(isSignedIn(browser)).isFalse();
    }
  }

  @Test
  void overHttpsTheCookiesOfTheSignInItselfAreKeptToItToo() {
    Map<String, Object> settings =
        SignInProviders.properties(
            Map.of(
                "OIDC_ISSUER", "https://login.example", "PUBLIC_URL", "https://assay.example.org"));

    for (String kind : new String[] {"state", "openid.nonce", "pkce"}) {
      assertThat(settings)
          .containsEntry("micronaut.security.oauth2." + kind + ".cookie.cookie-secure", true);
    }
  }

  /** Their whole life is the way to the provider and back. */
  @Test
  void theCookiesOfTheSignInItselfAreShortLivedAndHidden() {
    try (SignedInServer server = SignedInServer.start()) {
      Page page = server.stranger().get("/auth/login/oidc");

      for (String name : new String[] {"OAUTH2_STATE", "OPENID_NONCE", "OAUTH2_PKCE"}) {
        assertThat(page.setsCookie(name))
            .contains("Max-Age=600", "HTTPOnly", "SameSite=Lax", "Path=/auth");
      }
    }
  }

  private static boolean isSignedIn(Browser browser) {
    return !browser.data("{ viewer { id } }", Map.of()).get("viewer").isNull();
  }
}
