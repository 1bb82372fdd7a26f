package dev.assay.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Browser;
import dev.assay.testing.GraphQLClient;
import dev.assay.testing.Json;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whoever is not signed in needs few requests, and gets no more. */
class StrangerRateTest {
  private static final String VIEWER = "{ viewer { id } }";

  @Test
  void aStrangerHasSixHundredAMinuteAndWhoIsSignedInGoesOn() {
    try (SignedInServer server = SignedInServer.start()) {
      Browser member = server.browser("member");
      Browser stranger = server.stranger();

      assertThat(admitted(() -> stranger.execute(VIEWER, Map.of()))).isBetween(600, 2_500);

      assertThat(member.data(VIEWER, Map.of()).get("viewer").isNull()).isFalse();
    }
  }

  @Test
  void tokensThatProveNothingCountToo() {
    try (SignedInServer server = SignedInServer.start()) {
      GraphQLClient guesser =
          server.server().client().with("Authorization", "Bearer assay_guessed");

      assertThat(admitted(() -> guesser.execute(VIEWER, Map.of()))).isBetween(600, 2_500);
    }
  }

  /** How many requests were answered before one was refused; some come back meanwhile. */
  private static int admitted(Supplier<Json> request) {
    for (int count = 0; count < 3_000; count++) {
      Json answer = request.get();
      if (answer.has("errors")
          && answer
              .get("errors")
              .get(0)
              .get("extensions")
              .get("code")
              .text()
              .equals("RATE_LIMITED")) {
        return count;
      }
    }
    return Integer.MAX_VALUE;
  }
}
