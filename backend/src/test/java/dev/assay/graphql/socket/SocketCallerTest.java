package dev.assay.graphql.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.graphql.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a socket's caller may ask for. */
class SocketCallerTest {
  private static final String RATE = "assay.rate-limit-per-minute";

  /** One change a minute, and so ten reads. */
  @Test
  void aSubscriptionCountsOnceHoweverLongItIs() throws Exception {
    try (TestServer server = new TestServer(Map.of(RATE, 1));
        RawSocket socket = RawSocket.ready(server)) {
      socket.subscribe("long", "subscription { ticks(to: 50) { number } }");
      for (int i = 0; i < 50; i++) {
        assertThat(socket.next().at("type")).isEqualTo("next");
      }
      assertThat(socket.next().at("type")).isEqualTo("complete");

      for (int i = 0; i < 9; i++) {
        socket.subscribe("q" + i, "{ hello }");
        assertThat(socket.next().at("payload", "data", "hello")).isEqualTo("Hello, world!");
        assertThat(socket.next().at("type")).isEqualTo("complete");
      }
      socket.subscribe("one too many", "subscription { ticks { number } }");

      var refused = socket.next();
      assertThat(refused.at("type")).isEqualTo("error");
      assertThat(refused.at("payload", 0, "extensions", "code")).isEqualTo("RATE_LIMITED");
      assertThat(refused.at("payload", 0, "extensions", "retryAfterMs")).isNotNull();
    }
  }

  @Test
  void anotherSocketOfTheSameUserHasNoMore() throws Exception {
    try (TestServer server = new TestServer(Map.of(RATE, 1));
        RawSocket one = RawSocket.ready(server, "ada");
        RawSocket two = RawSocket.ready(server, "ada");
        RawSocket other = RawSocket.ready(server, "eve")) {
      String change = "mutation { write(text: \"x\") }";
      one.subscribe("1", change);
      assertThat(one.next().at("type")).isEqualTo("next");

      two.subscribe("1", change);
      other.subscribe("1", change);

      assertThat(two.next().at("payload", 0, "extensions", "code")).isEqualTo("RATE_LIMITED");
      assertThat(other.next().at("type")).isEqualTo("next");
      assertThat(server.resolvers.written).hasSize(2);
    }
  }

  @Test
  void whereNobodyCanTellWhoItIsNothingIsDone() throws Exception {
    try (TestServer server = new TestServer();
        RawSocket socket = RawSocket.connect(server, Map.of("X-Test-Caller", "?"))) {
      socket.send("{\"type\":\"connection_init\"}");

      assertThat(socket.closeCode()).isEqualTo(1011);
    }
  }
}
