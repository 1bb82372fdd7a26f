package dev.assay.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Browser;
import dev.assay.testing.Json;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may sign in. */
class GuestsTest {
  private static SignedInServer server;

  @BeforeAll
  static void start() {
    server =
        SignedInServer.start(
            Map.of("assay.allowed-emails", "Example.org, grace@elsewhere.example"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ada@example.org, true, true",
    "Grace@Elsewhere.example, true, true",
    "ada@example.org, false, false",
    "eve@elsewhere.example, true, false",
    "eve@notexample.org, true, false",
    "eve@example.org.evil.example, true, false",
    "example.org@evil.example, true, false"
  })
  void onlyVerifiedAddressesOfTheListAre(String email, boolean isVerified, boolean isWelcome) {
    Browser browser = server.stranger();

    String landing =
        browser
            .signIn("oidc", email, Map.of("email", email, "email_verified", isVerified))
            .location()
            .toString();

    assertThat(landing).endsWith(isWelcome ? "/signed-in" : "/sign-in?error=denied");
  }

  @Test
  void whoHasNoAddressIsNot() {
    assertThat(server.stranger().signIn("oidc", "nameless", new HashMap<>()).location().toString())
        .endsWith("/sign-in?error=denied");
  }

  @Test
  void withoutAListEverybodyIs() {
    assertThat(new Guests("").areWelcome(null)).isTrue();
  }

  /** Their API tokens were made before anybody signed in. */
  @Test
  void theLocalUserIsNoneOnceThereIsAProvider() {
    String token = ApiTokens.MARK + "of-the-local-user";
    server.age(
        "insert into api_token (id, user_id, hash, prefix, name, scopes, expires_at) values"
            + " (gen_random_uuid(), '%s', sha256('%s'), '', '', '{READ}', now() + interval '1 day')"
                .formatted(LocalUser.ID.value(), token));

    Json answer =
        server
            .server()
            .client()
            .with("Authorization", "Bearer " + token)
            .execute("{ viewer { id } }", Map.of());

    assertThat(answer.get("errors").get(0).get("extensions").get("code").text())
        .isEqualTo("UNAUTHENTICATED");
  }
}
