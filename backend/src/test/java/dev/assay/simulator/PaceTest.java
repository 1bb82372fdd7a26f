package dev.assay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long MS = 1_000_000L;
  private static final Duration SOON = Duration.ofSeconds(10);

  @Test
  void aTokenIsDueAtItsMultipleOfTheGap() {
    Pace pace = new Pace(5 * MS, 20 * MS, 0, 1);
    assertThat(pace.due(0)).isEqualTo(5 * MS);
    assertThat(pace.due(1_000_000)).isEqualTo(5 * MS + 20_000_000L * MS);
  }

  @Test
  void jitterFollowsFromTheSeedKeepsTheOrderAndStaysWithinItsShare() {
    Pace pace = new Pace(0, 10 * MS, 60, 42);
    Pace other = new Pace(0, 10 * MS, 60, 43);
    long[] dues = IntStream.range(0, 2000).mapToLong(pace::due).toArray();
    assertThat(dues).isSorted();
    for (int i = 0; i < dues.length; i++) {
      assertThat(dues[i] - i * 10L * MS).isBetween(0L, 6 * MS);
    }
    assertThat(IntStream.range(0, 2000).mapToLong(other::due).toArray()).isNotEqualTo(dues);
    assertThat(new Pace(0, 10 * MS, 100, 7).due(1)).isGreaterThanOrEqualTo(10 * MS);
  }

  @Test
  void aStreamThatWasHeldUpCatchesUp() throws Exception {
    try (Simulator simulator = Simulator.start(0)) {
      new Client(simulator).stream("sim?text=numbers&tokens=400&gap=2ms&ttft=50ms");
      Exchange exchange = simulator.log().exchanges().getLast();
      long[] sent = exchange.tokenNanos();
      Pace pace = new Pace(exchange.arrivedNanos() + 50 * MS, 2 * MS, 0, 0);
      for (int i = 0; i < sent.length; i++) {
        assertThat(sent[i]).as("token %d is never early", i).isGreaterThanOrEqualTo(pace.due(i));
      }
      long least =
          IntStream.range(300, 400).mapToLong(i -> sent[i] - pace.due(i)).min().orElseThrow();
      assertThat(Duration.ofNanos(least))
          .as("lateness does not add up")
          .isLessThan(Duration.ofMillis(60));
    }
  }

  @Test
  void theHeadComesAtOnceOrWhenTheScriptSays() throws Exception {
    try (Simulator simulator = Simulator.start(0);
        RawClient early = new RawClient(simulator).ask("sim?tokens=1&ttft=600s");
        RawClient late = new RawClient(simulator).ask("sim?tokens=1&ttft=0&headers=300ms")) {
      early.readsUntil("\r\n\r\n");
      Exchange asked =
          simulator.log().await(exchange -> exchange.model().contains("headers"), SOON);
      late.readsUntil("0\r\n\r\n");
      assertThat(System.nanoTime() - asked.arrivedNanos()).isGreaterThanOrEqualTo(300 * MS);
    }
  }
}
