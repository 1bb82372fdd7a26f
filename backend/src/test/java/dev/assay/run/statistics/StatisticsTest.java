package dev.assay.run.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.testing.Json;
import dev.assay.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class StatisticsTest {
  private static final String STATISTICS =
      """
      query($id: ID!, $n: Int!) { run(id: $id) {
        statistics { lane { position } completed failed cancelled passed passRate passPower(n: $n)
          distributions { metric count median mean min max p25 p75 medianLow medianHigh } }
        comparisons(baseline: 0) { lane { position } baseline { position }
          differences { metric difference margin ratio isDistinguishable count baselineCount } } } }
      """;

  private TestServer server;

  @BeforeAll
  void start() {
    server = TestServer.start(Map.of());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void repeatsTellWhatIsDifferent() {
    Json run =
        finished(
            8,
            null,
            3,
            "sim?text=numbers&tokens=10&gap=4ms&seed=1",
            "sim?text=numbers&tokens=12&gap=60ms&seed=1");
    Json slow = run.get("statistics").get(1);
    assertThat(slow.get("completed").integer()).isEqualTo(8);
    assertThat(slow.get("passed").isNull()).isTrue();
    Json gaps = metric(slow.get("distributions"), "INTER_TOKEN");
    assertThat(gaps.get("count").integer()).isEqualTo(8);
    assertThat(gaps.get("median").number())
        .isBetween(gaps.get("medianLow").number(), gaps.get("medianHigh").number());
    assertThat(gaps.get("p25").number())
        .isBetween(gaps.get("min").number(), gaps.get("max").number());

    Json comparison = run.get("comparisons").get(0);
    assertThat(comparison.get("lane").get("position").integer()).isEqualTo(1);
    Json gap = metric(comparison.get("differences"), "INTER_TOKEN");
    double difference = gap.get("difference").number();
    // Whether it is beyond doubt depends on what else this machine does.
    assertThat(difference).isPositive();
    assertThat(gap.get("isDistinguishable").isTrue())
        .isEqualTo(difference > gap.get("margin").number());
    Json tokens = metric(comparison.get("differences"), "COMPLETION_TOKENS");
    assertThat(tokens.get("difference").number()).isEqualTo(2);
    assertThat(tokens.get("ratio").number()).isEqualTo(1.2);
    assertThat(tokens.get("isDistinguishable").isTrue()).isTrue();
  }

  @Test
  void whatFailsWasTriedAndDoesNotPass() {
    Json run =
        finished(
            5,
            Map.of("kind", "CONTAINS", "value", "2 "),
            2,
            "sim?text=numbers&tokens=3",
            "sim?text=numbers&tokens=2",
            "sim?status=500");
    assertThat(run.get("statistics").list().stream().map(lane -> lane.get("passed").integer()))
        .containsExactly(5, 0, 0);
    assertThat(run.get("statistics").list().stream().map(lane -> lane.get("passPower").number()))
        .containsExactly(1.0, 0.0, 0.0);
    assertThat(run.get("statistics").get(2).get("failed").integer()).isEqualTo(5);
    assertThat(run.get("statistics").get(2).get("distributions").list()).isEmpty();
    Json difference = run.get("comparisons").get(1).get("differences").get(0);
    assertThat(difference.get("difference").isNull()).isTrue();
    assertThat(difference.get("isDistinguishable").isTrue()).isFalse();
  }

  @Test
  void whatIsNoLaneIsNoBaseline() {
    String id = started(1, null, "sim?tokens=1");
    server.client().finish(id);
    Json answer =
        server
            .client()
            .execute(
                "query($id: ID!) { run(id: $id) { comparisons(baseline: 1) { lane { position } } }"
                    + " }",
                Map.of("id", id));
    assertThat(answer.get("errors").get(0).get("extensions").get("field").text())
        .isEqualTo("baseline");
  }

  @Test
  void valuesLieAsTheyShould() {
    double[] values = {9, 1, 5, 3, 7};
    Distribution distribution = Objects.requireNonNull(Distribution.of(Metric.LATENCY, values));
    assertThat(distribution.median()).isEqualTo(5);
    assertThat(distribution.mean()).isEqualTo(5);
    assertThat(distribution.min()).isEqualTo(1);
    assertThat(distribution.max()).isEqualTo(9);
    assertThat(distribution.medianLow()).isNull();
    assertThat(Distribution.of(Metric.LATENCY, new double[0])).isNull();
    double[] ten = IntStream.rangeClosed(1, 10).asDoubleStream().toArray();
    // By hand: the coverages 0.9785 and 0.8906 lie around 0.95, so 0.6577 of the way inwards.
    assertThat(Distribution.medianInterval(ten))
        .containsExactly(new double[] {2.6577, 8.3423}, within(0.0001));
  }

  @Test
  void aDifferenceIsWelchs() {
    Difference difference =
        Difference.of(Metric.LATENCY, new double[] {20, 21, 25, 30}, new double[] {10, 12, 14, 16});
    assertThat(difference.difference()).isEqualTo(11);
    assertThat(difference.ratio()).isCloseTo(24 / 13.0, within(1e-9));
    // Standard errors 2.2730 and 1.2910, 4.7535 degrees of freedom, t = 2.6122.
    assertThat(difference.margin()).isCloseTo(6.83, within(0.01));
    assertThat(difference.isDistinguishable()).isTrue();
    Difference constant =
        Difference.of(Metric.COST, new double[] {1, 1, 1}, new double[] {2, 2, 2});
    assertThat(constant.margin()).isZero();
    assertThat(constant.isDistinguishable()).isTrue();
    assertThat(Difference.of(Metric.COST, new double[] {1, 2}, new double[] {5, 6}).margin())
        .isNull();
  }

  private Json finished(
      int iterations, @Nullable Map<String, Object> check, int n, String... scripts) {
    String id = started(iterations, check, scripts);
    server.client().finish(id);
    return server.client().data(STATISTICS, Map.of("id", id, "n", n)).get("run");
  }

  private String started(int iterations, @Nullable Map<String, Object> check, String... scripts) {
    Map<String, Object> input = new HashMap<>();
    input.put("userMessage", "Hello");
    input.put("modelIds", List.of(scripts).stream().map(server::model).toList());
    input.put("iterations", iterations);
    input.put("check", check);
    return server.client().startRun(input);
  }

  private static Json metric(Json some, String metric) {
    return some.list().stream()
        .filter(one -> one.get("metric").text().equals(metric))
        .findFirst()
        .orElseThrow();
  }
}
