package dev.assay.simulator;

/** A Prometheus histogram without labels of its own. Confined to the event loop. */
final class Histogram {
  private static final double[] WHOLE = {
    1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000
  };
  private static final double[] LATENCY = {
    0.3, 0.5, 0.8, 1, 1.5, 2, 2.5, 5, 10, 15, 20, 30, 40, 50, 60, 120, 240, 480, 960, 1920, 7680
  };

  private final double[] bounds;
  private final long[] counts;
  private double sum;
  private long count;

  private Histogram(double... bounds) {
    this.bounds = bounds;
    this.counts = new long[bounds.length];
  }

  /** Counts of tokens. */
  static Histogram ofTokens() {
    return new Histogram(WHOLE);
  }

  /** Seconds of whole requests and their phases. */
  static Histogram ofRequests() {
    return new Histogram(LATENCY);
  }

  /** Seconds to the first token. */
  static Histogram ofFirstTokens() {
    return new Histogram(
        0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20,
        40, 80, 160, 640, 2560);
  }

  /** Seconds from token to token. */
  static Histogram ofGaps() {
    return new Histogram(
        0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40,
        80);
  }

  void observe(double value) {
    sum += value;
    count++;
    for (int i = 0; i < bounds.length; i++) {
      if (value <= bounds[i]) {
        counts[i]++;
        return;
      }
    }
  }

  void write(StringBuilder out, String name, String labels) {
    long sofar = 0;
    for (int i = 0; i < bounds.length; i++) {
      sofar += counts[i];
      line(out, name + "_bucket", labels + ",le=\"" + bounds[i] + "\"", (double) sofar);
    }
    line(out, name + "_bucket", labels + ",le=\"+Inf\"", (double) count);
    line(out, name + "_sum", labels, sum);
    line(out, name + "_count", labels, (double) count);
  }

  static void line(StringBuilder out, String name, String labels, double value) {
    out.append(name).append('{').append(labels).append("} ").append(value).append('\n');
  }
}
