package dev.assay.graphql.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.graphql.TestReader;
import dev.assay.graphql.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a connection begins, what it takes, and how it is closed. */
class SocketProtocolTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = new TestServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theSubProtocolIsAgreedOnWithoutCompression() throws IOException {
    try (RawSocket socket =
        RawSocket.connect(
            server,
            Map.of(
                "Sec-WebSocket-Protocol", "graphql-ws, graphql-transport-ws",
                "Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits"))) {
      assertThat(socket.statusLine()).contains("101");
      assertThat(socket.answer())
          .anyMatch(line -> line.equalsIgnoreCase("Sec-WebSocket-Protocol: graphql-transport-ws"))
          .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("deflate"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "graphql-ws", "soap", "graphql-transport-ws-2"})
  void anUnknownOrMissingSubProtocolIsRefused(String protocol) throws IOException {
    try (RawSocket socket = RawSocket.connect(server, Map.of("Sec-WebSocket-Protocol", protocol))) {
      assertThat(socket.statusLine()).contains("400");
    }
  }

  @Test
  void aSecondInitialisationCloses() throws IOException {
    try (RawSocket socket = RawSocket.ready(server)) {
      socket.send("{\"type\":\"connection_init\"}");
      assertThat(socket.closeCode()).isEqualTo(4429);
    }
    try (RawSocket socket = RawSocket.open(server)) {
      socket.send("{\"type\":\"connection_init\"}");
      socket.send("{\"type\":\"connection_init\"}");
      assertThat(socket.closeCode()).isEqualTo(4429);
    }
  }

  @Test
  void anOperationBeforeTheAcknowledgementCloses() throws IOException {
    try (RawSocket socket = RawSocket.open(server)) {
      socket.subscribe("1", "mutation { write(text: \"early\") }");
      assertThat(socket.closeCode()).isEqualTo(4401);
      assertThat(server.resolvers.written).doesNotContain("early");
    }
  }

  @Test
  void aStrangerIsTurnedAway() throws IOException {
    try (RawSocket socket = RawSocket.connect(server, Map.of("X-Test-Caller", "-"))) {
      socket.send("{\"type\":\"connection_init\"}");
      assertThat(socket.closeCode()).isEqualTo(4403);
    }
  }

  @Test
  void aDuplicateIdClosesItsOwnConnectionOnly() throws IOException {
    try (RawSocket one = RawSocket.ready(server);
        RawSocket other = RawSocket.ready(server)) {
      one.subscribe("same", "subscription { idle(name: \"dup1\") { number } }");
      other.subscribe("same", "subscription { idle(name: \"dup2\") { number } }");
      TestReader mine = server.resolvers.reader("dup1");
      TestReader others = server.resolvers.reader("dup2");

      one.subscribe("same", "{ hello }");

      assertThat(one.closeCode()).isEqualTo(4409);
      assertThat(mine.closedAt()).isPositive();
      assertThat(other.isQuiet()).isTrue();
      assertThat(others.isClosed()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nope",
        "{",
        "[]",
        "null",
        "\"ping\"",
        "{}",
        "{\"type\":\"nope\"}",
        "{\"type\":1}",
        "{\"type\":\"start\",\"id\":\"1\"}",
        "{\"type\":\"ping\",\"payload\":1}",
        "{\"type\":\"connection_init\",\"payload\":\"x\"}",
        "{\"type\":\"subscribe\"}",
        "{\"type\":\"subscribe\",\"id\":\"1\"}",
        "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{}}",
        "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":1}}",
        "{\"type\":\"subscribe\",\"id\":\"\",\"payload\":{\"query\":\"{ hello }\"}}",
        "{\"type\":\"subscribe\",\"id\":1,\"payload\":{\"query\":\"{ hello }\"}}",
        "{\"type\":\"subscribe\",\"payload\":{\"query\":\"{ hello }\"}}",
        "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{ hello"
            + " }\",\"variables\":1}}",
        "{\"type\":\"complete\"}",
        "{\"type\":\"complete\",\"id\":2}"
      })
  void anInvalidMessageCloses(String message) throws IOException {
    try (RawSocket socket = RawSocket.ready(server)) {
      socket.send(message);
      assertThat(socket.closeCode()).isEqualTo(4400);
    }
  }

  @Test
  void aBinaryMessageCloses() throws IOException {
    try (RawSocket socket = RawSocket.ready(server)) {
      socket.send(RawSocket.BINARY, true, "{\"type\":\"ping\"}".getBytes(StandardCharsets.UTF_8));
      assertThat(socket.closeCode()).isEqualTo(4400);
    }
  }

  @Test
  void textThatIsNotUtf8Closes() throws IOException {
    try (RawSocket socket = RawSocket.ready(server)) {
      socket.send(RawSocket.TEXT, true, new byte[] {'"', (byte) 0xc3, (byte) 0x28, '"'});
      assertThat(socket.closeCode()).isEqualTo(4400);
    }
  }

  @Test
  void pingsOfBothKindsAreAnsweredWithTheirPayload() throws IOException {
    try (RawSocket socket = RawSocket.open(server)) {
      socket.send("{\"type\":\"ping\"}");
      assertThat(socket.next().json()).isEqualTo(Map.of("type", "pong"));
      socket.initialise();
      socket.send("{\"type\":\"ping\",\"payload\":{\"a\":[1]}}");
      assertThat(socket.next().json())
          .isEqualTo(Map.of("type", "pong", "payload", Map.of("a", List.of(1))));

      socket.send(RawSocket.PING, true, new byte[] {1, 2, 3});
      RawSocket.Frame pong = socket.frame();
      assertThat(pong.opcode()).isEqualTo(RawSocket.PONG);
      assertThat(pong.payload()).containsExactly(1, 2, 3);
    }
  }

  @Test
  void pongsAndCompletesOfNothingAreIgnored() throws IOException {
    try (RawSocket socket = RawSocket.ready(server)) {
      socket.send("{\"type\":\"pong\"}");
      socket.send(RawSocket.PONG, true, new byte[0]);
      socket.complete("never begun");
      assertThat(socket.isQuiet()).isTrue();
    }
  }

  @Test
  void aMessageMayComeInFragmentsWithAPingBetweenThem() throws IOException {
    try (RawSocket socket = RawSocket.ready(server)) {
      socket.send(RawSocket.TEXT, false, "{\"type\":".getBytes(StandardCharsets.UTF_8));
      socket.send(RawSocket.PING, true, new byte[0]);
      socket.send(0, true, "\"ping\"}".getBytes(StandardCharsets.UTF_8));
      assertThat(socket.frame().opcode()).isEqualTo(RawSocket.PONG);
      assertThat(socket.next().at("type")).isEqualTo("pong");
    }
  }

  @Test
  void theClientsCloseIsAnswered() throws IOException {
    try (RawSocket socket = RawSocket.ready(server)) {
      socket.subscribe("c", "subscription { idle(name: \"closing\") { number } }");
      TestReader reader = server.resolvers.reader("closing");
      socket.send(RawSocket.CLOSE, true, new byte[] {3, (byte) 0xe8});
      assertThat(socket.closeCode()).isEqualTo(1000);
      assertThat(socket.isEnded()).isTrue();
      assertThat(reader.closedAt()).isPositive();
    }
  }
}
