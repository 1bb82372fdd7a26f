package dev.assay.run.statistics;

import dev.assay.run.Lane;
import java.util.Arrays;
import java.util.List;

/**
 * One lane against another.
 *
 * @param differences one for each metric
 */
public record LaneComparison(Lane lane, Lane baseline, List<Difference> differences) {
  static LaneComparison of(LaneStatistics lane, LaneStatistics baseline) {
    return new LaneComparison(
        lane.lane(),
        baseline.lane(),
        Arrays.stream(Metric.values())
            .map(metric ->
                Difference.of(
                    metric,
                    metric.of(lane.completedAnswers()),
                    metric.of(baseline.completedAnswers())))
            .toList());
  }
}
