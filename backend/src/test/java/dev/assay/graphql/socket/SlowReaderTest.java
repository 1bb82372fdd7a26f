package dev.assay.graphql.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.graphql.TestReader;
import dev.assay.graphql.TestServer;
import dev.assay.graphql.Wait;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A reader that stops reading costs the place in its sequence, and nobody else anything. */
class SlowReaderTest {
  private static final int EVENT = 10_000;

  private TestServer server =
      new TestServer(Map.of("assay.socket.max-messages-per-second", 100_000));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aReaderThatStopsCostsBoundedMemoryAndGoesOnWhereItStopped() throws IOException {
    try (RawSocket slow = RawSocket.ready(server);
        RawSocket quick = RawSocket.ready(server)) {
      slow.subscribe("s", "subscription { ticks(name: \"slow\", size: 10000) { number text } }");
      int asked = settled(List.of(server.resolvers.reader("slow")));
      // The kernel's two buffers, Netty's watermark, the outbox and one event over each.
      assertThat(asked * (long) EVENT).isLessThan(1_500_000);

      quick.subscribe("q", "subscription { ticks(name: \"quick\", to: 2000) { number } }");
      for (int i = 1; i <= 2000; i++) {
        assertThat(quick.next().at("payload", "data", "ticks", "number")).isEqualTo(i);
      }

      for (int i = 1; i <= asked + 500; i++) {
        assertThat(slow.next().at("payload", "data", "ticks", "number")).isEqualTo(i);
      }
    }
  }

  @Test
  void manySubscriptionsOfAReaderThatStoppedAddOneEventEach() throws IOException {
    try (RawSocket slow = RawSocket.ready(server)) {
      List<String> names = IntStream.range(0, 50).mapToObj(i -> "many" + i).toList();
      for (String name : names) {
        slow.subscribe(
            name,
            "subscription { ticks(name: \"%s\", size: %d) { number text } }"
                .formatted(name, EVENT));
      }
      int asked = settled(names.stream().map(server.resolvers::reader).toList());
      assertThat(asked * (long) EVENT).isLessThan(1_500_000 + 2L * names.size() * EVENT);
    }
  }

  @Test
  void aReaderThatTakesNothingForLongIsClosed() throws IOException {
    server.close();
    server =
        new TestServer(
            Map.of("assay.socket.check-every", "20ms", "assay.socket.stalled-timeout", "300ms"));
    try (RawSocket slow = RawSocket.ready(server);
        RawSocket quick = RawSocket.ready(server)) {
      slow.subscribe("s", "subscription { ticks(name: \"stalled\", size: 10000) { number text } }");
      quick.subscribe("q", "subscription { idle { number } }");

      assertThat(server.resolvers.reader("stalled").closedAt()).isPositive();

      assertThat(slow.isEnded()).isTrue();
      assertThat(quick.isQuiet()).isTrue();
    }
  }

  @Test
  void aClientThatSendsButDoesNotReadCannotFillTheServer() throws IOException {
    try (RawSocket flood = RawSocket.ready(server)) {
      String ping = "{\"type\":\"ping\",\"payload\":{\"a\":\"" + "x".repeat(EVENT) + "\"}}";
      assertThat(flood.flood(ping, 10_000) * (long) EVENT).isLessThan(8_000_000);
    }
  }

  /** How many events were asked for in the end: until the number has not changed for a while. */
  private static int settled(List<TestReader> readers) {
    int[] last = {-1};
    long[] since = {System.nanoTime()};
    Wait.until(() -> {
      int now = readers.stream().mapToInt(TestReader::asked).sum();
      if (now != last[0]) {
        last[0] = now;
        since[0] = System.nanoTime();
      }
      return System.nanoTime() - since[0] > Duration.ofMillis(500).toNanos();
    });
    return last[0];
  }
}
