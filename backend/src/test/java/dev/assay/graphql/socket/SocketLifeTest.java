package dev.assay.graphql.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.graphql.TestReader;
import dev.assay.graphql.TestServer;
import dev.assay.graphql.Wait;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How sockets come to their end, and what they take with them. */
class SocketLifeTest {
  private static final Duration TENTH = Duration.ofMillis(100);

  private TestServer server = new TestServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whoDoesNotInitialiseInTimeIsClosed() throws IOException {
    restart("init-timeout", "1s");
    try (RawSocket ready = RawSocket.ready(server);
        RawSocket silent = RawSocket.open(server)) {
      assertThat(silent.closeCode()).isEqualTo(4408);
      assertThat(ready.isQuiet()).isTrue();
    }
  }

  @Test
  void aCompleteCancelsTheSourceWithinATenthOfASecondAlsoAnIdleOne() throws IOException {
    try (RawSocket socket = RawSocket.ready(server)) {
      for (String field : new String[] {"idle", "ticks"}) {
        assertQuick(
            TENTH,
            name -> {
              socket.subscribe(
                  name, "subscription { %s(name: \"%s\") { number } }".formatted(field, name));
              TestReader reader = server.resolvers.reader(name);
              Wait.until(() -> reader.asked() > 0);
              long start = System.nanoTime();
              socket.complete(name);
              return reader.closedAt() - start;
            },
            field);
      }
    }
  }

  @Test
  void aDroppedSocketCancelsItsSourcesWithinATenthOfASecondAlsoIdleOnes() throws IOException {
    for (String field : new String[] {"idle", "ticks"}) {
      assertQuick(
          TENTH,
          name -> {
            RawSocket socket = RawSocket.ready(server);
            socket.subscribe(
                "1", "subscription { %s(name: \"%s\") { number } }".formatted(field, name));
            TestReader reader = server.resolvers.reader(name);
            Wait.until(() -> reader.asked() > 0);
            long start = System.nanoTime();
            socket.close();
            return reader.closedAt() - start;
          },
          field);
    }
    Sockets sockets = server.bean(Sockets.class);
    Wait.until(() -> sockets.size() == 0);
  }

  @Test
  void aCallerThatIsNotValidAnyMoreLosesItsSocketsWithinASecond() throws IOException {
    try (RawSocket other = RawSocket.ready(server, "alice")) {
      assertQuick(Duration.ofSeconds(1), this::revocation, "mallory");
      assertThat(other.isQuiet()).isTrue();
    }
  }

  private long revocation(String caller) throws IOException {
    try (RawSocket revoked = RawSocket.ready(server, caller)) {
      revoked.subscribe("1", "subscription { idle(name: \"%s\") { number } }".formatted(caller));
      TestReader reader = server.resolvers.reader(caller);
      long start = System.nanoTime();
      server.callers.revoke(caller);
      assertThat(revoked.closeCode()).isEqualTo(4403);
      return reader.closedAt() - start;
    }
  }

  @Test
  void anIdleSocketClosesAndOneWithALiveSubscriptionDoesNot() throws IOException {
    restart("idle-timeout", "700ms");
    try (RawSocket live = RawSocket.ready(server)) {
      live.subscribe("1", "subscription { idle { number } }");
      Wait.until(() -> server.resolvers.reader("idle").asked() > 0);
      try (RawSocket idle = RawSocket.ready(server)) {
        assertThat(idle.closeCode()).isEqualTo(1000);
      }
      assertThat(live.isQuiet()).isTrue();
      live.complete("1");
      assertThat(live.closeCode()).isEqualTo(1000);
    }
  }

  @Test
  void aSocketIsPingedAndOneThatNeverAnswersIsDropped() throws IOException {
    restart("ping-every", "400ms");
    try (RawSocket alive = RawSocket.ready(server);
        RawSocket dead = RawSocket.ready(server)) {
      dead.subscribe("1", "subscription { idle(name: \"dead\") { number } }");
      for (int i = 0; i < 5; i++) {
        assertThat(alive.frame().opcode()).isEqualTo(RawSocket.PING);
        alive.send(RawSocket.PONG, true, new byte[0]);
      }
      assertThat(alive.isQuiet()).isTrue();
      assertThat(dead.isEnded()).isTrue();
      assertThat(server.resolvers.reader("dead").closedAt()).isPositive();
    }
  }

  @Test
  void aServerThatStopsSaysSo() throws IOException {
    try (RawSocket socket = RawSocket.ready(server)) {
      socket.subscribe("1", "subscription { idle(name: \"stopped\") { number } }");
      TestReader reader = server.resolvers.reader("stopped");

      server.close();

      assertThat(socket.closeCode()).isEqualTo(1001);
      assertThat(reader.closedAt()).isPositive();
    }
  }

  @Test
  void aCallerHasAtMostSoManySockets() throws IOException {
    restart("max-per-caller", 2);
    try (RawSocket first = RawSocket.ready(server, "alice");
        RawSocket second = RawSocket.ready(server, "alice");
        RawSocket other = RawSocket.ready(server, "bob");
        RawSocket third = RawSocket.connect(server, Map.of("X-Test-Caller", "alice"))) {
      third.send("{\"type\":\"connection_init\"}");
      assertThat(third.closeCode()).isEqualTo(1013);
      assertThat(second.isQuiet()).isTrue();
      assertThat(other.isQuiet()).isTrue();

      first.close();
      Sockets sockets = server.bean(Sockets.class);
      third.close();
      Wait.until(() -> sockets.size() == 2);
      RawSocket.ready(server, "alice").close();
    }
  }

  @Test
  void aMessageThatIsTooLongCloses() throws IOException {
    restart("max-message-bytes", 1000);
    byte[] half = new byte[600];
    Arrays.fill(half, (byte) ' ');
    try (RawSocket fits = RawSocket.ready(server)) {
      fits.send("{\"type\":\"ping\"}" + " ".repeat(900));
      assertThat(fits.next().at("type")).isEqualTo("pong");
    }
    try (RawSocket fragments = RawSocket.ready(server)) {
      fragments.send(RawSocket.TEXT, false, half);
      fragments.send(0, false, half);
      assertThat(fragments.closeCode()).isEqualTo(1009);
    }
    try (RawSocket frame = RawSocket.ready(server)) {
      frame.announce(SocketSettings.MAX_FRAME_BYTES + 1);
      assertThat(frame.closeCode()).isEqualTo(1009);
    }
  }

  @Test
  void nothingIsHeardOrSaidAfterTheCloseFrame() throws IOException {
    try (RawSocket socket = RawSocket.ready(server)) {
      socket.send("nope");
      socket.subscribe("1", "mutation { write(text: \"after the close\") }");
      assertThat(socket.closeCode()).isEqualTo(4400);
      socket.send(RawSocket.PING, true, new byte[0]);
      socket.send(RawSocket.CLOSE, true, new byte[] {3, (byte) 0xe8});
      assertThatThrownBy(socket::frame).isInstanceOf(EOFException.class);
      assertThat(server.resolvers.written).isEmpty();
    }
  }

  private interface Cancellation {
    long nanos(String name) throws IOException;
  }

  /**
   * The best of some attempts: a busy machine must not fail what a missing cancellation fails every
   * time.
   */
  private static void assertQuick(Duration limit, Cancellation cancellation, String name)
      throws IOException {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 5 && best > limit.toNanos(); i++) {
      best = Math.min(best, cancellation.nanos(name + i));
    }
    assertThat(Duration.ofNanos(best)).isLessThan(limit);
  }

  private void restart(String setting, Object value) {
    server.close();
    Map<String, Object> settings = new HashMap<>();
    settings.put("assay.socket.check-every", "20ms");
    settings.put("assay.socket." + setting, value);
    server = new TestServer(settings);
  }
}
