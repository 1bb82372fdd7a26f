package dev.assay.run.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The intervals hold what they promise: in 95 ± 2 of 100 cases the truth lies in them. The
 * difference's holds less of values as skewed as an exponential's, which latencies are not: 92 at
 * ten answers a side.
 */
class CoverageTest {
  private static final int SAMPLES = 20_000;

  /** How values may lie; each with its true median and mean. */
  private enum Shape {
    NORMAL(random -> 100 + 15 * random.nextGaussian(), 100, 100),
    /** As latencies lie: some are much longer. */
    LOG_NORMAL(random -> 100 * Math.exp(0.4 * random.nextGaussian()), 100, 100 * Math.exp(0.08)),
    UNIFORM(random -> 50 + 100 * random.nextDouble(), 100, 100),
    EXPONENTIAL(random -> -100 * Math.log(1 - random.nextDouble()), 100 * Math.log(2), 100);

    private final ToDoubleFunction<Random> value;
    private final double median;
    private final double mean;

    Shape(ToDoubleFunction<Random> value, double median, double mean) {
      this.value = value;
      this.median = median;
      this.mean = mean;
    }

    double[] sample(Random random, int count) {
      return random.doubles(count).map(_ -> value.applyAsDouble(random)).toArray();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NORMAL, 6",
    "NORMAL, 7",
    "NORMAL, 10",
    "NORMAL, 25",
    "NORMAL, 100",
    "LOG_NORMAL, 6",
    "LOG_NORMAL, 8",
    "LOG_NORMAL, 12",
    "LOG_NORMAL, 50",
    "UNIFORM, 9",
    "UNIFORM, 20",
    "EXPONENTIAL, 6",
    "EXPONENTIAL, 11",
    "EXPONENTIAL, 30"
  })
  void theMedianLiesInItsInterval(Shape shape, int count) {
    Random random = new Random(7);
    int hits = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double[] sorted = shape.sample(random, count);
      Arrays.sort(sorted);
      double[] interval = Objects.requireNonNull(Distribution.medianInterval(sorted));
      hits += interval[0] <= shape.median && shape.median <= interval[1] ? 1 : 0;
    }
    assertThat(hits / (double) SAMPLES).isCloseTo(0.95, within(0.02));
  }

  @ParameterizedTest
  @CsvSource({
    "NORMAL, 3, NORMAL, 3",
    "NORMAL, 5, NORMAL, 5",
    "NORMAL, 4, NORMAL, 20",
    "NORMAL, 30, NORMAL, 30",
    "LOG_NORMAL, 3, LOG_NORMAL, 3",
    "LOG_NORMAL, 10, LOG_NORMAL, 10",
    "LOG_NORMAL, 30, LOG_NORMAL, 30",
    "UNIFORM, 5, LOG_NORMAL, 5",
    "NORMAL, 5, LOG_NORMAL, 5",
    "NORMAL, 10, LOG_NORMAL, 10",
    "NORMAL, 20, UNIFORM, 20",
    "EXPONENTIAL, 60, EXPONENTIAL, 60"
  })
  void theTrueDifferenceLiesInItsInterval(Shape one, int count, Shape other, int otherCount) {
    Random random = new Random(11);
    double truth = 3 * one.mean - other.mean;
    int hits = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double[] lane = Arrays.stream(one.sample(random, count)).map(value -> 3 * value).toArray();
      Difference difference = Difference.of(Metric.LATENCY, lane, other.sample(random, otherCount));
      double off = Math.abs(Objects.requireNonNull(difference.difference()) - truth);
      hits += off <= Objects.requireNonNull(difference.margin()) ? 1 : 0;
    }
    assertThat(hits / (double) SAMPLES).isCloseTo(0.95, within(0.02));
  }
}
