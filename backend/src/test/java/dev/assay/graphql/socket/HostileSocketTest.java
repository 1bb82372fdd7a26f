package dev.assay.graphql.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.graphql.Expense;
import dev.assay.graphql.HostileDocument;
import dev.assay.graphql.Outcome;
import dev.assay.graphql.TestServer;
import dev.assay.graphql.Wait;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that are meant to hurt: each is refused cheaply, and its neighbour never notices. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileSocketTest {
  private final TestServer server = new TestServer();

  @AfterAll
  void stop() {
    server.close();
  }

  static List<HostileDocument> documents() {
    return HostileDocument.all();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void aHostileDocumentIsRefusedCheaply(HostileDocument document) throws Exception {
    try (RawSocket socket = RawSocket.ready(server)) {
      AtomicInteger id = new AtomicInteger();
      Outcome refused = subscribe(socket, id, document);
      Expense expense = Expense.of(() -> subscribe(socket, id, document));

      assertThat(refused.at("type")).isEqualTo("error");
      assertThat(refused.at("payload", 0, "extensions", "code"))
          .isIn("QUERY_TOO_COMPLEX", "BAD_USER_INPUT");
      expense.assertCheap();
      assertThat(socket.isQuiet()).isTrue();
    }
  }

  private static Outcome subscribe(RawSocket socket, AtomicInteger id, HostileDocument document)
      throws IOException {
    socket.send(
        "{\"id\":\"s%d\",\"type\":\"subscribe\",\"payload\":%s}"
            .formatted(id.incrementAndGet(), document.request()));
    return socket.next();
  }

  @Test
  void tenThousandSubscriptionsOnOneSocketAreTooMany() throws IOException {
    try (RawSocket quiet = RawSocket.ready(server);
        RawSocket greedy = RawSocket.ready(server)) {
      for (int i = 0; i < 10_000; i++) {
        if (!trySubscribe(greedy, i)) {
          break;
        }
      }

      assertThat(greedy.closeCode()).isEqualTo(1008);
      assertThat(quiet.isQuiet()).isTrue();
      Wait.until(() -> server.resolvers.open() == 0);
    }
  }

  private static boolean trySubscribe(RawSocket socket, int number) {
    try {
      socket.subscribe(
          "s" + number, "subscription { idle(name: \"greedy%d\") { number } }".formatted(number));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aFloodOfPingsEndsTheSocket() throws IOException {
    for (String kind : new String[] {"frame", "message"}) {
      try (RawSocket quiet = RawSocket.ready(server);
          RawSocket flood = RawSocket.ready(server)) {
        for (int i = 0; i < 10_000 && tryPing(flood, kind); i++) {}

        assertThat(flood.closeCode()).as(kind).isEqualTo(1008);
        assertThat(quiet.isQuiet()).isTrue();
      }
    }
  }

  private static boolean tryPing(RawSocket socket, String kind) {
    try {
      if (kind.equals("frame")) {
        socket.send(RawSocket.PING, true, new byte[] {1});
      } else {
        socket.send("{\"type\":\"ping\"}");
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
