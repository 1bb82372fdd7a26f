package dev.assay.generation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StopwatchTest {
  private static final long MS = 1_000_000;
  private final Stopwatch stopwatch = new Stopwatch(1_000 * MS);

  @Test
  void everyTimingHasItsDefinition() {
    stopwatch.sent(1_005 * MS);
    stopwatch.piece(1_105 * MS, 1);
    for (int i = 1; i <= 100; i++) {
      stopwatch.piece((1_105 + i * 10) * MS, 1);
    }
    assertThat(stopwatch.ended(2_200 * MS, 101))
        .isEqualTo(new Timings(5.0, 100.0, 1_195.0, 10.0, 10.0, 100.0, 101));
  }

  @Test
  void percentilesAreByNearestRank() {
    stopwatch.sent(0);
    long now = 0;
    stopwatch.piece(now, 1);
    for (int gap = 1; gap <= 200; gap++) {
      now += gap * MS;
      stopwatch.piece(now, 1);
    }
    Timings timings = stopwatch.ended(now, null);
    assertThat(timings.interTokenP50Ms()).isEqualTo(100.0);
    assertThat(timings.interTokenP99Ms()).isEqualTo(198.0);
  }

  @Test
  void theServersCountOfTokensHasTheLastWord() {
    stopwatch.sent(1_000 * MS);
    stopwatch.piece(1_100 * MS, 1);
    stopwatch.piece(2_100 * MS, 1);
    assertThat(stopwatch.ended(2_100 * MS, 51).tokensPerSecond()).isEqualTo(50.0);
    assertThat(stopwatch.ended(2_100 * MS, null).tokensPerSecond()).isEqualTo(1.0);
  }

  @Test
  void whatCannotBeMeasuredIsNull() {
    assertThat(stopwatch.ended(1_250 * MS, null))
        .isEqualTo(new Timings(250.0, null, null, null, null, null, null));
    stopwatch.sent(1_300 * MS);
    assertThat(stopwatch.ended(1_400 * MS, null))
        .isEqualTo(new Timings(300.0, null, 100.0, null, null, null, 0));
    stopwatch.piece(1_350 * MS, 1);
    assertThat(stopwatch.ended(1_400 * MS, 1))
        .isEqualTo(new Timings(300.0, 50.0, 100.0, null, null, null, 1));
  }
}
