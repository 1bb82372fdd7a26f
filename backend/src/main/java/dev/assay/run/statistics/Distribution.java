package dev.assay.run.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one metric lie.
 *
 * @param count how many there are, at least one
 * @param p25 a quarter of them lies below (linear between the nearest, as R's type 8)
 * @param p75 three quarters lie below
 * @param medianLow the lower end of the 95 % interval of the median; null for fewer than six values
 * @param medianHigh the upper end
 */
public record Distribution(
    Metric metric,
    int count,
    double median,
    double mean,
    double min,
    double max,
    double p25,
    double p75,
    @Nullable Double medianLow,
    @Nullable Double medianHigh) {
  private static final double ERROR = 0.05;

  /** Five values lie on one side of the median once in sixteen: too often for 95 %. */
  private static final int MIN_COUNT_OF_INTERVAL = 6;

  static @Nullable Distribution of(Metric metric, double[] values) {
    if (values.length == 0) {
      return null;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] quarters = Quantile.withDefaults().evaluate(sorted.clone(), 0.25, 0.5, 0.75);
    double[] interval = medianInterval(sorted);
    return new Distribution(
        metric,
        sorted.length,
        quarters[1],
        Mean.of(sorted).getAsDouble(),
        sorted[0],
        sorted[sorted.length - 1],
        quarters[0],
        quarters[2],
        interval == null ? null : interval[0],
        interval == null ? null : interval[1]);
  }

  /**
   * The interval of Hettmansperger and Sheather (1986): between two order statistics, whose own
   * intervals are known exactly whatever the distribution, it goes on in the way that is right for
   * smooth ones.
   */
  static double @Nullable [] medianInterval(double[] sorted) {
    int n = sorted.length;
    if (n < MIN_COUNT_OF_INTERVAL) {
      return null;
    }
    BinomialDistribution below = BinomialDistribution.of(n, 0.5);
    int k = 1;
    while (coverage(below, k + 1) >= 1 - ERROR) {
      k++;
    }
    double outer = coverage(below, k);
    double share = (outer - (1 - ERROR)) / (outer - coverage(below, k + 1));
    double inwards = (n - k) * share / (k + (n - 2 * k) * share);
    return new double[] {
      between(sorted[k - 1], sorted[k], inwards), between(sorted[n - k], sorted[n - k - 1], inwards)
    };
  }

  /** How often the median lies between the k-th value and the k-th from the end. */
  private static double coverage(BinomialDistribution below, int k) {
    return 1 - 2 * below.cumulativeProbability(k - 1);
  }

  private static double between(double outer, double inner, double inwards) {
    return (1 - inwards) * outer + inwards * inner;
  }
}
