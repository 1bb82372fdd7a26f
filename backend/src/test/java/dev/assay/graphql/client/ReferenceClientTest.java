package dev.assay.graphql.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.graphql.Outcome;
import dev.assay.graphql.TestReader;
import dev.assay.graphql.TestServer;
import dev.assay.graphql.Wait;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The npm client {@code graphql-ws}, which defines the protocol. */
class ReferenceClientTest {
  private TestServer server = new TestServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void queriesSubscriptionsAndErrorsComeToTheirEndSideBySide() throws Exception {
    List<List<Object>> numbers = List.of(new ArrayList<>(), new ArrayList<>());
    try (Node node =
        client(
            "subscription { ticks(name: \"a\", to: 1000) { number } }",
            "subscription { ticks(name: \"b\", to: 1000) { number } }",
            "{ hello fail(how: \"app\") }",
            "{ nope }",
            "subscription { broken(how: \"app\") { number } }",
            "mutation { write(text: \"node\") }")) {
      List<Outcome> lines = node.end();
      for (Outcome line : lines) {
        Object number = line.at("result", "data", "ticks", "number");
        if (number != null) {
          numbers.get((Integer) Objects.requireNonNull(line.at("index"))).add(number);
        }
      }
      assertThat(numbers).allSatisfy(each -> assertThat(each).hasSize(1000).isSorted());
      assertThat(ends(lines))
          .isEqualTo(
              Map.of(
                  0,
                  "complete",
                  1,
                  "complete",
                  2,
                  "complete",
                  3,
                  "error",
                  4,
                  "error",
                  5,
                  "complete"));
      assertThat(server.resolvers.written).containsExactly("node");
    }
  }

  private static Map<Object, Object> ends(List<Outcome> lines) {
    Map<Object, Object> ends = new HashMap<>();
    for (Outcome line : lines) {
      Object event = line.at("event");
      if ("complete".equals(event) || "error".equals(event)) {
        ends.put(Objects.requireNonNull(line.at("index")), event);
      }
    }
    return ends;
  }

  @Test
  void partialErrorsReachTheClientWithTheirData() throws Exception {
    try (Node node = client("{ hello fail(how: \"app\") }")) {
      Outcome next = node.next("next");
      assertThat(next.at("result", "data", "hello")).isEqualTo("Hello, world!");
      assertThat(next.at("result", "errors", 0, "extensions", "code")).isEqualTo("BAD_USER_INPUT");
    }
  }

  @Test
  void unsubscribingCancelsTheSource() throws Exception {
    try (Node node = client("subscription { idle(name: \"node\") { number } }")) {
      TestReader reader = server.resolvers.reader("node");
      node.tell("complete 0");
      assertThat(reader.closedAt()).isPositive();
    }
  }

  @Test
  void itsKeepAliveIsAnswered() throws Exception {
    try (Node node = client("subscription { idle { number } }")) {
      node.next("pong");
      node.next("pong");
    }
  }

  @Test
  void itComesBackByItselfAfterARestart() throws Exception {
    try (Node node = client("subscription { idle(name: \"restarted\") { number } }")) {
      server.resolvers.reader("restarted");
      int port = server.port();
      server.close();
      assertThat(node.next("closed").at("code")).isEqualTo(1001);

      Wait.until(() -> isFree(port));
      server = new TestServer(Map.of("micronaut.server.port", port));

      node.next("connected");
      assertThat(server.resolvers.reader("restarted").isClosed()).isFalse();
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private Node client(String... documents) throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.add("ws://localhost:" + server.port() + "/graphql-ws");
    arguments.addAll(List.of(documents));
    return new Node("socket.mjs", arguments.toArray(String[]::new));
  }
}
