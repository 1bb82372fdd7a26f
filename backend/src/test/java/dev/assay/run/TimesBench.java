package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.simulator.Exchange;
import dev.assay.testing.BenchReport;
import dev.assay.testing.Json;
import dev.assay.testing.TestServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whether the times that a run tells are true: its time to first token and the gaps between its
 * events, against the moments at which the model server itself says that it was asked and that it
 * sent each token. Run by hand; {@code bench/times/run} does. Service and model server are one
 * process with one clock, and share the machine with the database.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class TimesBench {
  private static final double NANOS_PER_MS = 1e6;
  private static final int TOKENS = 200;
  private static final int WARM_UP_RUNS = 3_000;

  @Test
  void timesAreTrue() throws Exception {
    int streams = Integer.getInteger("bench.streams", 600);
    Map<String, Object> figures = new LinkedHashMap<>();
    double[] idleGaps;
    double[] idleFirsts;
    // All of them at once: none is to wait for another's end.
    Map<String, Object> settings =
        Map.of("assay.upstream.idle-timeout", "60s", "assay.model-concurrency", "0");
    try (TestServer server = TestServer.start(settings)) {
      warmUp(server);
      Differences idle = measure(server, 100, 10, 1);
      idleGaps = idle.gaps();
      idleFirsts = idle.firsts();
      put(figures, "idle, gap off by ms", idleGaps);
      put(figures, "idle, time to first token off by ms", idleFirsts);
      Differences busy = measure(server, streams, 100, streams);
      put(figures, streams + " streams, gap off by ms", busy.gaps());
      put(figures, streams + " streams, time to first token off by ms", busy.firsts());
      put(figures, streams + " streams, median gap off by %", busy.medianShares());
      put(figures, streams + " streams, time to first token off by %", busy.firstShares());
      BenchReport.write("times", "Whether the times that a run tells are true", figures);
      assertThat(at(idleGaps, 0.99)).as("idle gaps").isLessThanOrEqualTo(1);
      assertThat(at(idleFirsts, 0.99)).as("idle TTFT").isLessThanOrEqualTo(1);
      assertThat(at(busy.medianShares(), 0.99)).as("busy gaps").isLessThanOrEqualTo(5);
      assertThat(at(busy.firstShares(), 0.99)).as("busy TTFT").isLessThanOrEqualTo(5);
    }
  }

  /** A service that has just begun still interprets what it does once a run. */
  private static void warmUp(TestServer server) throws InterruptedException {
    String model = server.model("sim?text=stamps&tokens=20&gap=2ms&ttft=20ms");
    for (int i = 0; i < WARM_UP_RUNS; i++) {
      String run = server.client().startRun("When?", model);
      if (i % 10 == 0) {
        awaitEnd(server, run);
      }
    }
  }

  /**
   * How far what was told lies from what was, each sorted.
   *
   * @param gaps of every gap, in milliseconds
   * @param firsts of every time to first token, in milliseconds
   * @param medianShares of every stream's median gap, in percent of it
   * @param firstShares of every time to first token, in percent of it
   */
  private record Differences(
      double[] gaps, double[] firsts, double[] medianShares, double[] firstShares) {}

  private static Differences measure(TestServer server, int runs, int gapMs, int atOnce)
      throws InterruptedException {
    String tag = "seed=" + (runs * 1_000 + gapMs);
    String model =
        server.model(
            "sim?text=stamps&tokens=%d&gap=%dms&ttft=200ms&%s".formatted(TOKENS, gapMs, tag));
    List<String> ids = new ArrayList<>();
    for (int from = 0; from < runs; from += atOnce) {
      List<String> some = new ArrayList<>();
      for (int i = from; i < Math.min(runs, from + atOnce); i++) {
        some.add(server.client().startRun("When?", model));
      }
      for (String run : some) {
        awaitEnd(server, run);
      }
      ids.addAll(some);
    }
    return compare(server, ids, tag);
  }

  private static Differences compare(TestServer server, List<String> runs, String tag) {
    Map<String, Exchange> exchanges = new LinkedHashMap<>();
    server
        .simulator()
        .log()
        .exchanges(exchange -> exchange.model().contains(tag))
        .forEach(exchange -> exchanges.put(String.valueOf(exchange.id()), exchange));
    List<Double> gaps = new ArrayList<>();
    List<Double> firsts = new ArrayList<>();
    List<Double> medianShares = new ArrayList<>();
    List<Double> firstShares = new ArrayList<>();
    for (String run : runs) {
      Json result = result(server, run);
      String text = result.get("text").text();
      Exchange exchange =
          Objects.requireNonNull(exchanges.get(text.substring(0, text.indexOf(':'))));
      long[] sent = exchange.tokenNanos();
      double first = (sent[0] - exchange.arrivedNanos()) / NANOS_PER_MS;
      double told = result.get("timings").get("timeToFirstTokenMs").number();
      firsts.add(Math.abs(told - first));
      firstShares.add(100 * Math.abs(told - first) / first);
      double[] own = new double[sent.length - 1];
      for (int i = 1; i < sent.length; i++) {
        own[i - 1] = (sent[i] - sent[i - 1]) / NANOS_PER_MS;
      }
      Arrays.sort(own);
      double toldMedian = result.get("timings").get("interTokenP50Ms").number();
      double toldTail = result.get("timings").get("interTokenP99Ms").number();
      gaps.add(Math.abs(toldMedian - at(own, 0.5)));
      gaps.add(Math.abs(toldTail - at(own, 0.99)));
      medianShares.add(100 * Math.abs(toldMedian - at(own, 0.5)) / at(own, 0.5));
    }
    return new Differences(sorted(gaps), sorted(firsts), sorted(medianShares), sorted(firstShares));
  }

  /** Asks now and then: a thousand sockets would be measured too. */
  private static void awaitEnd(TestServer server, String run) throws InterruptedException {
    while (server
        .client()
        .data("query($id: ID!) { run(id: $id) { finishedAt } }", Map.of("id", run))
        .get("run")
        .get("finishedAt")
        .isNull()) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static Json result(TestServer server, String run) {
    return server
        .client()
        .data(
            """
            query($id: ID!) { run(id: $id) { results { text timings { timeToFirstTokenMs interTokenP50Ms interTokenP99Ms } } } }
            """,
            Map.of("id", run))
        .get("run")
        .get("results")
        .get(0);
  }

  private static void put(Map<String, Object> figures, String name, double[] sorted) {
    figures.put(
        name,
        "p50 %.3f, p99 %.3f, max %.3f"
            .formatted(at(sorted, 0.5), at(sorted, 0.99), sorted[sorted.length - 1]));
  }

  /** By nearest rank. */
  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.ceil(sorted.length * share) - 1];
  }

  private static double[] sorted(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }
}
