package dev.assay.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import graphql.language.OperationDefinition.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much one user may ask for. */
class CallerRatesTest {
  private static final UserId ADA = new UserId(UUID.randomUUID());
  private static final UserId EVE = new UserId(UUID.randomUUID());

  /** What comes back meanwhile is let in too: one of sixty in a second, ten of six hundred. */
  @Test
  void sixtyChangesAMinuteAndTenTimesTheReads() {
    CallerRates rates = new CallerRates(60);

    assertThat(admitted(rates, Operation.MUTATION)).isBetween(60, 62);
    assertThat(admitted(rates, Operation.QUERY)).isBetween(600, 620);
  }

  @Test
  void queriesAndSubscriptionsCountTogetherAndChangesApart() {
    CallerRates rates = new CallerRates(1);
    for (int i = 0; i < 5; i++) {
      rates.count(session(ADA), Operation.QUERY);
      rates.count(session(ADA), Operation.SUBSCRIPTION);
    }

    assertThat(isAdmitted(rates, session(ADA), Operation.SUBSCRIPTION)).isFalse();
    assertThat(isAdmitted(rates, session(ADA), Operation.QUERY)).isFalse();
    assertThat(isAdmitted(rates, session(ADA), Operation.MUTATION)).isTrue();
  }

  @Test
  void itIsTheUserThatCountsNotTheSession() {
    CallerRates rates = new CallerRates(1);
    rates.count(session(ADA), Operation.MUTATION);

    assertThat(isAdmitted(rates, session(ADA), Operation.MUTATION)).isFalse();
    assertThat(isAdmitted(rates, session(EVE), Operation.MUTATION)).isTrue();
  }

  @Test
  void whoIsRefusedLearnsWhenToTryAgain() {
    CallerRates rates = new CallerRates(1);
    rates.count(session(ADA), Operation.MUTATION);

    assertThatThrownBy(() -> rates.count(session(ADA), Operation.MUTATION))
        .isInstanceOfSatisfying(
            AppException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.RATE_LIMITED);
              assertThat(e.details().get("retryAfterMs"))
                  .asInstanceOf(InstanceOfAssertFactories.LONG)
                  .isBetween(50_000L, 60_001L);
            });
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void zeroIsNoLimit(Operation operation) {
    CallerRates rates = new CallerRates(0);
    for (int i = 0; i < 10_000; i++) {
      rates.count(session(ADA), operation);
    }
  }

  @Test
  void overHttpARefusedChangeIsNotMade() throws Exception {
    try (TestServer server = new TestServer(Map.of("assay.rate-limit-per-minute", 2))) {
      String change = "mutation { write(text: \\\"x\\\") }";
      assertThat(ask(server, "ada", change)).doesNotContain("errors");
      assertThat(ask(server, "ada", change)).doesNotContain("errors");

      assertThat(ask(server, "ada", change))
          .contains("\"code\":\"RATE_LIMITED\"", "\"retryAfterMs\":");

      assertThat(server.resolvers.written).hasSize(2);
      assertThat(ask(server, "eve", change)).doesNotContain("errors");
      assertThat(ask(server, "ada", "{ hello }")).doesNotContain("errors");
    }
  }

  @Test
  void theSettingIsSixtyUnlessToldOtherwise() throws Exception {
    try (TestServer server = new TestServer()) {
      CallerRates rates = server.bean(CallerRates.class);

      assertThat(admitted(rates, Operation.MUTATION)).isBetween(60, 62);
    }
  }

  @Test
  void whereNobodyCanTellWhoItIsNothingIsDone() throws Exception {
    try (TestServer server = new TestServer()) {
      assertThat(ask(server, "?", "mutation { write(text: \\\"x\\\") }"))
          .contains("\"code\":\"INTERNAL\"")
          .doesNotContain("database");
      assertThat(server.resolvers.written).isEmpty();
    }
  }

  private static String ask(TestServer server, String caller, String document)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/graphql"))
            .header("Content-Type", "application/json")
            .header("X-Test-Caller", caller)
            .POST(BodyPublishers.ofString("{\"query\": \"%s\"}".formatted(document)))
            .build();
    return server.http().send(request, BodyHandlers.ofString()).body();
  }

  private static int admitted(CallerRates rates, Operation operation) {
    Caller caller = session(ADA);
    int count = 0;
    while (isAdmitted(rates, caller, operation)) {
      count++;
    }
    return count;
  }

  private static boolean isAdmitted(
      CallerRates rates, @Nullable Caller caller, Operation operation) {
    try {
      rates.count(caller, operation);
      return true;
    } catch (AppException e) {
      return false;
    }
  }

  /** Each has a session of its own. */
  private static Caller session(UserId user) {
    return new Caller(user, "somebody", false, Credential.session(UUID.randomUUID(), Instant.MAX));
  }
}
