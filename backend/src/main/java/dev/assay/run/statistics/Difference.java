package dev.assay.run.statistics;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.TTest;
import org.jspecify.annotations.Nullable;

/**
 * How far the means of two lanes lie apart: Welch's interval, which does not take their variances
 * for equal.
 *
 * @param difference the lane's mean less the baseline's; null where one of them has no value
 * @param margin the true difference lies so far from it in 95 of 100 cases; null for fewer than
 *     three values on a side
 * @param ratio the lane's mean by the baseline's; null where that is zero
 * @param count how many values the lane has
 * @param baselineCount how many the baseline has
 */
public record Difference(
    Metric metric,
    @Nullable Double difference,
    @Nullable Double margin,
    @Nullable Double ratio,
    int count,
    int baselineCount) {
  private static final double ERROR = 0.05;
  private static final int MIN_COUNT = 3;

  /** Whether zero lies outside of the interval. */
  public boolean isDistinguishable() {
    return difference != null && margin != null && Math.abs(difference) > margin;
  }

  static Difference of(Metric metric, double[] lane, double[] baseline) {
    if (lane.length == 0 || baseline.length == 0) {
      return new Difference(metric, null, null, null, lane.length, baseline.length);
    }
    double mean = Mean.of(lane).getAsDouble();
    double baselineMean = Mean.of(baseline).getAsDouble();
    return new Difference(
        metric,
        mean - baselineMean,
        Math.min(lane.length, baseline.length) < MIN_COUNT ? null : margin(lane, baseline),
        baselineMean == 0 ? null : mean / baselineMean,
        lane.length,
        baseline.length);
  }

  private static double margin(double[] lane, double[] baseline) {
    double variance =
        Variance.of(lane).getAsDouble() / lane.length
            + Variance.of(baseline).getAsDouble() / baseline.length;
    if (variance == 0) {
      return 0;
    }
    double freedom = TTest.withDefaults().test(lane, baseline).getDegreesOfFreedom();
    return TDistribution.of(freedom).inverseSurvivalProbability(ERROR / 2) * Math.sqrt(variance);
  }
}
