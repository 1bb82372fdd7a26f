package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps a server that others can reach from starting. */
class SafeStartTest {
  private static final String GUESSED = "postgresql://assay:postgres@db:5432/assay";

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
  void aServerOfThisMachineAloneStartsWithAnything(String host) {
    assertThat(SafeStart.problem(Map.of("DATABASE_URL", GUESSED))).isNull();
    assertThat(SafeStart.problem(Map.of("HOST", host, "DATABASE_URL", GUESSED))).isNull();
    assertThat(SafeStart.problem(Map.of("HOST", host, "OIDC_ISSUER", "https://login.example")))
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.168.0.7", "assay.invalid", ""})
  void anyOtherIsReachable(String host) {
    assertThat(SafeStart.problem(Map.of("HOST", host, "DATABASE_URL", GUESSED))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GUESSED,
        "postgresql://assay:assay@db/assay",
        "postgresql://assay:changeme@db/assay?sslmode=require",
        "postgresql://assay:%70assword@db/assay",
        "postgresql://assay:postgres@my_db:5432/assay",
        "postgresql://assay:postgres@one:5432,two:5432/assay",
        "postgresql://assay@db/assay?password=secret",
        " postgresql://assay:admin@db/assay "
      })
  void aPasswordThatEverybodyTriesIsRefused(String url) {
    assertThat(reachable("DATABASE_URL", url)).contains("DATABASE_URL").doesNotContain(url.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://assay:kT7rVn2qLx@db/assay",
        "postgresql://assay@db/assay",
        "postgresql://assay:@db/assay",
        "postgresql://db/assay",
        "no address at all",
        " "
      })
  void otherDatabasesAreNot(String url) {
    assertThat(reachable("DATABASE_URL", url)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"OIDC_ISSUER", "GOOGLE_CLIENT_ID"})
  void aProviderNeedsToKnowWhereToSendPeopleBack(String provider) {
    assertThat(reachable(provider, "https://login.example")).contains("PUBLIC_URL");
    assertThat(
            reachable(provider, "https://login.example", "PUBLIC_URL", "https://assay.example.org"))
        .isNull();
    assertThat(reachable(provider, "https://login.example", "PUBLIC_URL", " "))
        .contains("PUBLIC_URL");
  }

  @Test
  void withoutAProviderNoneIsNeeded() {
    assertThat(reachable()).isNull();
  }

  private static @Nullable String reachable(String... settings) {
    Map<String, String> environment = new HashMap<>(Map.of("HOST", "0.0.0.0"));
    for (int i = 0; i < settings.length; i += 2) {
      environment.put(settings[i], settings[i + 1]);
    }
    return SafeStart.problem(environment);
  }
}
