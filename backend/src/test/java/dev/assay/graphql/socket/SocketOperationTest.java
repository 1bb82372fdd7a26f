package dev.assay.graphql.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.graphql.Errors;
import dev.assay.graphql.Outcome;
import dev.assay.graphql.TestServer;
import dev.assay.graphql.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an operation on a connection. */
class SocketOperationTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = new TestServer(Map.of("assay.socket.max-operations", 10));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void anIdIsFreeAgainOnceItsOperationIsOver() throws IOException {
    try (RawSocket socket = RawSocket.ready(server)) {
      for (int i = 0; i < 3; i++) {
        socket.subscribe("again", "{ hello }");
        assertThat(socket.next().at("type")).isEqualTo("next");
        assertThat(socket.next().at("type")).isEqualTo("complete");
      }
      socket.subscribe("again", "{ nope }");
      assertThat(socket.next().at("type")).isEqualTo("error");
      socket.subscribe("again", "subscription { idle(name: \"freed\") { number } }");
      socket.complete("again");
      socket.subscribe("again", "{ hello }");
      assertThat(socket.next().at("type")).isEqualTo("next");
    }
  }

  @Test
  void queriesAndMutationsAreAnsweredOnce() throws IOException {
    try (RawSocket socket = RawSocket.ready(server)) {
      socket.subscribe("q", "{ caller }");
      assertThat(socket.next().json())
          .isEqualTo(
              Map.of(
                  "id", "q",
                  "type", "next",
                  "payload", Map.of("data", Map.of("caller", "somebody"))));
      assertThat(socket.next().json()).isEqualTo(Map.of("id", "q", "type", "complete"));

      socket.subscribe("m", "mutation { write(text: \"by socket\") }");
      assertThat(socket.next().at("payload", "data", "write")).isEqualTo("by socket");
      assertThat(socket.next().at("type")).isEqualTo("complete");
      assertThat(socket.isQuiet()).isTrue();
    }
  }

  @Test
  void whatCannotBeExecutedIsAnErrorAndTheSocketStays() throws IOException {
    try (RawSocket socket = RawSocket.ready(server)) {
      for (String query : List.of("{", "{ nope }", "query A { hello } query B { hello }")) {
        socket.subscribe("bad", query);
        Outcome error = socket.next();
        assertThat(error.at("type")).isEqualTo("error");
        assertThat(error.at("id")).isEqualTo("bad");
        assertThat(error.at("payload", 0, "extensions", "code")).isEqualTo("BAD_USER_INPUT");
      }
      assertThat(socket.isQuiet()).isTrue();
    }
  }

  @Test
  void partialErrorsComeWithTheData() throws IOException {
    try (RawSocket socket = RawSocket.ready(server)) {
      socket.subscribe("p", "{ hello fail(how: \"app\") }");
      Outcome next = socket.next();
      assertThat(next.at("type")).isEqualTo("next");
      assertThat(next.at("payload", "data", "hello")).isEqualTo("Hello, world!");
      assertThat(next.at("payload", "errors", 0, "extensions", "field")).isEqualTo("how");
      assertThat(socket.next().at("type")).isEqualTo("complete");
    }
  }

  @Test
  void anErrorInOneEventDoesNotEndTheSubscription() throws IOException {
    try (RawSocket socket = RawSocket.ready(server)) {
      socket.subscribe("t", "subscription { ticks(to: 3) { number trouble } }");
      assertThat(socket.next().at("payload", "errors")).isNull();
      Outcome second = socket.next();
      assertThat(second.at("payload", "errors", 0, "extensions", "code")).isEqualTo("CONFLICT");
      assertThat(second.at("payload", "data")).isNotNull();
      assertThat(socket.next().at("payload", "data", "ticks", "trouble")).isEqualTo("none");
      assertThat(socket.next().at("type")).isEqualTo("complete");
    }
  }

  @Test
  void aSourceThatBreaksEndsWithItsError() throws IOException {
    try (RawSocket socket = RawSocket.ready(server)) {
      socket.subscribe("b", "subscription { broken(how: \"app\") { number } }");
      assertThat(socket.next().at("payload", "data", "broken", "number")).isEqualTo(1);
      Outcome error = socket.next();
      assertThat(error.at("type")).isEqualTo("error");
      assertThat(error.at("payload", 0, "extensions", "code")).isEqualTo("UPSTREAM_TIMEOUT");
      assertThat(socket.isQuiet()).isTrue();
    }
  }

  @Test
  void aSourceThatBreaksByADefectShowsNothingOfIt() throws IOException {
    try (RawSocket socket = RawSocket.ready(server)) {
      socket.subscribe("b", "subscription { broken(how: \"unknown\") { number } }");
      socket.next();
      Outcome error = socket.next();
      assertThat(error.at("payload", 0, "message")).isEqualTo(Errors.INTERNAL_MESSAGE);
      assertThat(error.json().toString()).doesNotContain("secret");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"refused", "refusedAtOnce"})
  void aSubscriptionThatCannotBeginIsAnError(String field) throws IOException {
    try (RawSocket socket = RawSocket.ready(server)) {
      socket.subscribe("r", "subscription { " + field + " { number } }");
      Outcome error = socket.next();
      assertThat(error.at("type")).isEqualTo("error");
      assertThat(error.at("payload", 0, "extensions", "code")).isEqualTo("NOT_FOUND");
      assertThat(socket.isQuiet()).isTrue();
    }
  }

  @Test
  void eventsComeInOrderAndNothingFollowsTheComplete() throws IOException {
    try (RawSocket socket = RawSocket.ready(server)) {
      socket.subscribe("a", "subscription { ticks(name: \"order\", to: 5000) { number } }");
      for (int i = 1; i <= 5000; i++) {
        assertThat(socket.next().at("payload", "data", "ticks", "number")).isEqualTo(i);
      }
      assertThat(socket.next().json()).isEqualTo(Map.of("id", "a", "type", "complete"));
      assertThat(socket.isQuiet()).isTrue();
      assertThat(server.resolvers.reader("order").isClosed()).isTrue();
    }
  }

  @Test
  void batchesOfASubscriptionLoadAnewForEveryEvent() throws IOException {
    server.loaders.authorBatches.clear();
    try (RawSocket socket = RawSocket.ready(server)) {
      socket.subscribe("l", "subscription { ticks(to: 7) { author { name } } }");
      for (int i = 1; i <= 7; i++) {
        assertThat(socket.next().at("payload", "data", "ticks", "author", "name"))
            .isEqualTo("A" + i % 3);
      }
    }
    assertThat(server.loaders.authorBatches).hasSize(7);
  }

  @Test
  void nothingFollowsTheClientsComplete() throws IOException {
    try (RawSocket socket = RawSocket.ready(server)) {
      for (int i = 0; i < 50; i++) {
        socket.subscribe("flood", "subscription { ticks(name: \"flood\") { number } }");
        socket.next();
        socket.complete("flood");
        // Answered at once, while what was written before the complete may still be on its way.
        socket.send(RawSocket.PING, true, new byte[0]);
        while (socket.frame().opcode() != RawSocket.PONG) {
          continue;
        }
        assertThat(socket.isQuiet()).isTrue();
      }
    }
  }

  @Test
  void tooManyOperationsAreRefusedOneByOne() throws IOException {
    try (RawSocket socket = RawSocket.ready(server)) {
      for (int i = 0; i < 10; i++) {
        socket.subscribe("i" + i, "subscription { idle(name: \"many\") { number } }");
      }
      socket.subscribe("one more", "{ hello }");
      Outcome error = socket.next();
      assertThat(error.at("type")).isEqualTo("error");
      assertThat(error.at("id")).isEqualTo("one more");
      assertThat(error.at("payload", 0, "extensions", "code")).isEqualTo("RATE_LIMITED");
      socket.complete("i3");
      Wait.until(() -> isAnswered(socket));
    }
  }

  @Test
  void operationsThatTheClientGaveUpCountUntilTheyAreThrough() throws IOException {
    try (RawSocket socket = RawSocket.ready(server)) {
      for (int i = 0; i < 10; i++) {
        socket.subscribe("given up", "{ blocked }");
        socket.complete("given up");
      }
      socket.subscribe("one more", "{ hello }");
      assertThat(socket.next().at("payload", 0, "extensions", "code")).isEqualTo("RATE_LIMITED");

      server.resolvers.gate.countDown();

      Wait.until(() -> isAnswered(socket));
    }
  }

  private static boolean isAnswered(RawSocket socket) {
    try {
      socket.subscribe("one more", "{ hello }");
      boolean answered = "next".equals(socket.next().at("type"));
      return answered && "complete".equals(socket.next().at("type"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
