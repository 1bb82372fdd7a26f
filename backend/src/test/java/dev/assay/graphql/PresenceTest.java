package dev.assay.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever is signed out or locked out is shown out, also in the middle of a request. */
class PresenceTest {
  private static final String AT_WORK = "{\"query\": \"{ hello blocked }\"}";

  @Test
  void aRequestAtWorkEndsWithinASecond() {
    try (TestServer server = new TestServer()) {
      var answer = atWork(server, "leaver");
      long begun = System.nanoTime();

      server.callers.revoke("leaver");

      assertThat(answer.join()).contains("\"code\":\"UNAUTHENTICATED\"").doesNotContain("Hello");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void whoMayStayIsLeftAlone() {
    try (TestServer server = new TestServer()) {
      var leaver = atWork(server, "leaver");
      var stayer = atWork(server, "stayer");
      server.callers.revoke("leaver");
      assertThat(leaver.join()).contains("UNAUTHENTICATED");

      server.resolvers.gate.countDown();

      assertThat(stayer.join()).contains("\"blocked\":\"open\"");
    }
  }

  @Test
  void nobodyIsShownOutTwice() {
    AtomicInteger shownOut = new AtomicInteger();
    Presence presence = new Presence(() -> valid(Set.of()));
    try (var _ = presence.enter(TestCallers.SOMEBODY, shownOut::incrementAndGet)) {
      presence.check();
      presence.check();
    }

    assertThat(shownOut).hasValue(1);
  }

  @Test
  void whoHasGoneIsNotShownOut() {
    AtomicInteger shownOut = new AtomicInteger();
    Presence presence = new Presence(() -> valid(Set.of()));
    presence.enter(TestCallers.SOMEBODY, shownOut::incrementAndGet).close();

    presence.check();

    assertThat(shownOut).hasValue(0);
  }

  @Test
  void nobodyIsShownOutWhileItCannotBeFoundOut() {
    AtomicInteger shownOut = new AtomicInteger();
    Presence presence = new Presence(() -> valid(null));
    try (var _ = presence.enter(TestCallers.SOMEBODY, shownOut::incrementAndGet)) {
      presence.check();
    }

    assertThat(shownOut).hasValue(0);
  }

  /** Returns once the request's fetchers are at work. */
  private static CompletableFuture<String> atWork(TestServer server, String caller) {
    int before = server.resolvers.threads.size();
    var request =
        java.net.http.HttpRequest.newBuilder(
                URI.create("http://localhost:" + server.port() + "/graphql"))
            .header("Content-Type", "application/json")
            .header("X-Test-Caller", caller)
            .POST(BodyPublishers.ofString(AT_WORK))
            .build();
    var answer =
        server.http().sendAsync(request, BodyHandlers.ofString()).thenApply(HttpResponse::body);
    Wait.until(() -> server.resolvers.threads.size() > before);
    return answer;
  }

  /** Callers of whom these may stay; null where nobody can tell. */
  private static Callers valid(@Nullable Set<Caller> valid) {
    return new Callers() {
      @Override
      public @Nullable Caller of(HttpRequest<?> request, @Nullable String authorization) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Set<Caller> valid(Set<Caller> callers) {
        if (valid == null) {
          throw new IllegalStateException("the database is away");
        }
        return valid;
      }
    };
  }
}
