package dev.assay.simulator;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a token costs the simulator. Run by hand: {@code SimulatorBench [streams] [tokens a second]
 * [seconds] [rounds] [pause] [script]}, by default 1000 streams × 50 tokens/s, three rounds of 8 s
 * after one to warm up, and a client that pauses 2 ms between its turns. The client is a process of
 * its own, so that its CPU does not count; what counts is this process's CPU time (user and system,
 * all threads) over the round's middle, divided by the tokens handed to connections meanwhile.
 * Lateness is measured against the script's absolute deadlines. A round on a machine that does
 * other work says little: beside each stands how busy the machine was, client included.
 */
public final class SimulatorBench {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final long TTFT_MS = 500;
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private SimulatorBench() {}

  private record Round(
      double microsPerToken, double tokensPerSecond, double busy, double p50, double p99) {}

  public static void main(String[] args) throws Exception {
    int streams = number(args, 0, 1000);
    int rate = number(args, 1, 50);
    int seconds = number(args, 2, 8);
    int rounds = number(args, 3, 3);
    int pause = number(args, 4, 2);
    String script = args.length > 5 ? args[5] : "text=stamps";
    List<Double> costs = new ArrayList<>();
    SimulatorSettings settings = SimulatorSettings.onPort(0).withLoggedExchanges(streams);
    try (Simulator simulator = Simulator.start(settings)) {
      for (int i = 0; i <= rounds; i++) {
        Round round = round(simulator, streams, rate, seconds, pause, script);
        System.out.printf(
            "%s %.2f µs CPU a token, %.0f tokens/s, machine %.0f%% busy, late by %.2f ms (p50)"
                + " %.2f ms (p99)%n",
            i == 0 ? "warm-up:" : "round " + i + ":",
            round.microsPerToken,
            round.tokensPerSecond,
            round.busy * 100,
            round.p50,
            round.p99);
        if (i > 0) {
          costs.add(round.microsPerToken);
        }
      }
    }
    costs.sort(null);
    System.out.printf("median: %.2f µs CPU a token%n", costs.get(costs.size() / 2));
  }

  private static Round round(
      Simulator simulator, int streams, int rate, int seconds, int pause, String script)
      throws Exception {
    simulator.log().clear();
    long gap = 1_000_000L / rate;
    int tokens = rate * (seconds + 2);
    String model = "sim?ttft=%dms&gap=%dus&tokens=%d&%s".formatted(TTFT_MS, gap, tokens, script);
    Process client = client(simulator.port(), streams, model, pause);
    try {
      simulator.log().await(streams, e -> e.tokensSent() > rate, LIMIT);
      SYSTEM.getCpuLoad(); // the next call tells the load since this one
      long cpu = SYSTEM.getProcessCpuTime();
      long start = System.nanoTime();
      long before = sent(simulator);
      Thread.sleep(Duration.ofSeconds(seconds)); // waiting on the log would cost CPU itself
      double spent = SYSTEM.getProcessCpuTime() - cpu;
      double busy = SYSTEM.getCpuLoad();
      long count = sent(simulator) - before;
      double took = (System.nanoTime() - start) / 1e9;
      simulator.log().await(streams, e -> e.ended(End.COMPLETED), LIMIT);
      double[] late = lateness(simulator, gap * 1000);
      return new Round(spent / 1000 / count, count / took, busy, at(late, 0.5), at(late, 0.99));
    } finally {
      client.destroy();
      client.waitFor();
    }
  }

  private static long sent(Simulator simulator) {
    return simulator.log().exchanges().stream().mapToLong(Exchange::tokensSent).sum();
  }

  /** Milliseconds, sorted. */
  private static double[] lateness(Simulator simulator, long gapNanos) {
    return simulator.log().exchanges().stream()
        .flatMapToDouble(exchange -> lateness(exchange, gapNanos))
        .sorted()
        .toArray();
  }

  private static DoubleStream lateness(Exchange exchange, long gapNanos) {
    Pace pace = new Pace(exchange.arrivedNanos() + TTFT_MS * 1_000_000, gapNanos, 0, 0);
    long[] sent = exchange.tokenNanos();
    return IntStream.range(0, sent.length).mapToDouble(i -> (sent[i] - pace.due(i)) / 1e6);
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) (sorted.length * share)];
  }

  private static Process client(int port, int streams, String model, int pause) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    return new ProcessBuilder(
            Arrays.asList(
                java,
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                classes,
                SimulatorBenchClient.class.getName(),
                String.valueOf(port),
                String.valueOf(streams),
                model,
                String.valueOf(pause)))
        .inheritIO()
        .start();
  }

  private static int number(String[] args, int index, int absent) {
    return args.length > index ? Integer.parseInt(args[index]) : absent;
  }
}
