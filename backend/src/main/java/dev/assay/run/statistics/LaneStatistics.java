package dev.assay.run.statistics;

import dev.assay.generation.Status;
import dev.assay.run.Lane;
import dev.assay.run.Result;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one lane's answers tell that have ended so far.
 *
 * @param answers those of the lane
 * @param isChecked whether the run has a check
 */
public record LaneStatistics(Lane lane, List<Result> answers, boolean isChecked) {
  static List<LaneStatistics> of(List<Lane> lanes, List<Result> results, boolean isChecked) {
    return lanes.stream()
        .map(lane ->
            new LaneStatistics(
                lane,
                results.stream()
                    .filter(result -> result.lane().position() == lane.position())
                    .toList(),
                isChecked))
        .toList();
  }

  /** The metrics are those of these. */
  List<Result> completedAnswers() {
    return answers.stream().filter(result -> result.status() == Status.COMPLETED).toList();
  }

  /** How many answers completed. */
  public int completed() {
    return count(Status.COMPLETED);
  }

  /** How many failed. */
  public int failed() {
    return count(Status.FAILED);
  }

  /** How many were stopped. */
  public int cancelled() {
    return count(Status.CANCELLED);
  }

  /** One for each metric that has values. */
  public List<Distribution> distributions() {
    List<Result> completed = completedAnswers();
    return Arrays.stream(Metric.values())
        .map(metric -> Distribution.of(metric, metric.of(completed)))
        .filter(Objects::nonNull)
        .toList();
  }

  /** How many answers pass the run's check; null where it has none. */
  public @Nullable Integer passed() {
    return isChecked ? Integer.valueOf(passes()) : null;
  }

  /** The share of answers that pass, of those that completed or failed; null without any. */
  public @Nullable Double passRate() {
    return passPower(1);
  }

  /**
   * pass^n: how often n answers in a row all pass, estimated without bias as C(passed, n) /
   * C(tried, n). What failed was tried and does not pass. Null where fewer than n were tried.
   */
  public @Nullable Double passPower(int n) {
    int tried = completed() + failed();
    if (!isChecked || tried < n) {
      return null;
    }
    double power = 1;
    for (int i = 0; i < n; i++) {
      power *= Math.max(0, passes() - i) / (double) (tried - i);
    }
    return power;
  }

  private int passes() {
    return (int) answers.stream().filter(result -> Boolean.TRUE.equals(result.hasPassed())).count();
  }

  private int count(Status status) {
    return (int) answers.stream().filter(result -> result.status() == status).count();
  }
}
