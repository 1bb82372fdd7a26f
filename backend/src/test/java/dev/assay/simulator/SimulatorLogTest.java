package dev.assay.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorLogTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  /** A busy machine may be late once; who does not notice is late always. */
  private static final int TRIES = 5;

  private static final long NOTICED = Duration.ofMillis(100).toNanos();
  private final Simulator simulator =
      Simulator.start(SimulatorSettings.onPort(0).withLoggedExchanges(5));
  private final SimulatorLog log = simulator.log();

  @AfterEach
  void close() {
    simulator.close();
  }

  /** While tokens flow, while it stalls, before the first token, before the head, and flat out. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tokens=100000&gap=5ms",
        "fault=stall&at=3",
        "tokens=9&ttft=600s",
        "tokens=9&headers=600s",
        "tokens=9&gap=600s",
        "tokens=1000000&gap=0"
      })
  void aClientThatClosesIsNoticedWithin100Ms(String script) throws Exception {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < TRIES && best > NOTICED; i++) {
      best = noticedAfter("sim?text=numbers&" + script);
    }
    assertThat(best).isBetween(0L, NOTICED);
  }

  @Test
  void aClientThatClosesItsHalfIsGone() throws Exception {
    try (RawClient raw = new RawClient(simulator).ask("sim?fault=stall&at=0&ttft=0")) {
      log.await(exchange -> exchange.fault() != null, SOON);
      long closed = System.nanoTime();
      raw.socket.shutdownOutput();
      Exchange exchange = log.await(e -> e.ended(End.CLIENT_CLOSED), SOON);
      assertThat(exchange.endedNanos() - closed).isBetween(0L, NOTICED);
    }
  }

  @Test
  void nothingIsSentAfterTheClientHasGone() throws Exception {
    try (RawClient raw = new RawClient(simulator).ask("sim?text=numbers&tokens=1000&gap=2ms")) {
      log.await(exchange -> exchange.tokensSent() > 5, SOON);
    }
    Exchange exchange = log.await(e -> e.ended(End.CLIENT_CLOSED), SOON);
    int sent = exchange.tokensSent();
    new Client(simulator).stream("sim?tokens=20&gap=2ms");
    assertThat(exchange.tokensSent()).isEqualTo(sent).isLessThan(1000);
    assertThat(exchange.tokenNanos()[sent - 1]).isLessThan(exchange.endedNanos());
  }

  @Test
  void aReaderThatStopsHoldsTheStreamBackAndThenGetsAllOfIt() throws Exception {
    String model = "sim?text=numbers&tokens=100000&gap=0&ttft=0";
    try (RawClient raw = new RawClient(simulator).ask(model)) {
      Exchange exchange = log.await(e -> e.tokensSent() > 0, SOON);
      assertThat(new Client(simulator).get("/health").status()).isEqualTo(200);
      assertThat(exchange.tokensSent()).isLessThan(100_000);
      byte[] response = RawClient.joined(raw.readsUntil("\r\n0\r\n\r\n"));
      assertThat(RawClient.chunks(response)).hasSize(1 + 100_000 + 2);
      log.await(e -> e.ended(End.COMPLETED), SOON);
    }
  }

  @Test
  void itTellsWhatWasAskedAndByWhom() {
    new Client(simulator).stream("sim?tokens=3&gap=0&ttft=0", "\"temperature\":0.5", "\"seed\":7");
    Exchange exchange = log.await(e -> e.ended(End.COMPLETED), SOON);
    assertThat(exchange.head().method()).isEqualTo("POST");
    assertThat(exchange.head().path()).isEqualTo("/v1/chat/completions");
    assertThat(exchange.head().headers()).containsEntry("content-type", "application/json");
    assertThat(exchange.model()).isEqualTo("sim?tokens=3&gap=0&ttft=0");
    assertThat(exchange.parameters())
        .containsAllEntriesOf(Map.of("temperature", 0.5, "seed", 7, "stream", true));
    assertThat(exchange.status()).isEqualTo(200);
    assertThat(exchange.tokenNanos()).hasSize(3);
    assertThat(exchange.arrivedNanos()).isLessThan(exchange.tokenNanos()[0]);
    assertThat(exchange.endedNanos()).isGreaterThanOrEqualTo(exchange.tokenNanos()[2]);
  }

  @Test
  void ofALongBodyItKeepsWhatIsShort() {
    String body = Client.body("sim?tokens=1&ttft=0", "tea ".repeat(20_000), "\"seed\":7");
    assertThat(new Client(simulator).post("/v1/chat/completions", body).status()).isEqualTo(200);
    assertThat(log.exchanges().getLast().parameters()).containsOnlyKeys("model", "seed");
  }

  @Test
  void itKeepsTheLatestExchangesOnly() {
    Client client = new Client(simulator);
    for (int i = 0; i < 7; i++) {
      client.get("/health");
    }
    assertThat(log.exchanges()).extracting(Exchange::id).containsExactly(3L, 4L, 5L, 6L, 7L);
    log.clear();
    assertThat(log.exchanges()).isEmpty();
  }

  @Test
  void waitingInVainSaysWhatThereWas() {
    new Client(simulator).get("/health");
    assertThatThrownBy(() -> log.await(e -> e.ended(End.FAULT), Duration.ofMillis(50)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("GET /health");
  }

  @Test
  void closingTheSimulatorEndsWhatRuns() throws Exception {
    try (RawClient raw = new RawClient(simulator).ask("sim?fault=stall&at=0&ttft=0")) {
      Exchange exchange = log.await(e -> e.fault() != null, SOON);
      simulator.close();
      assertThat(exchange.end()).isEqualTo(End.SHUTDOWN);
      assertThat(raw.readAll()).isNotEmpty();
    }
  }

  /** Nanoseconds from the client's close to the log's stamp. */
  private long noticedAfter(String model) throws Exception {
    log.clear();
    long closed;
    try (RawClient raw = new RawClient(simulator).ask(model)) {
      log.await(SimulatorLogTest::ready, SOON);
      closed = System.nanoTime();
    }
    return log.await(e -> e.ended(End.CLIENT_CLOSED), SOON).endedNanos() - closed;
  }

  /** Whether it has come to where its script lets it wait. */
  private static boolean ready(Exchange exchange) {
    String script = exchange.model();
    if (script.contains("headers")) {
      return !script.isEmpty();
    }
    if (script.contains("ttft")) {
      return exchange.status() == 200;
    }
    return script.contains("stall") ? exchange.fault() != null : exchange.tokensSent() > 0;
  }
}
