package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.BenchReport;
import dev.assay.testing.TestServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Ten million tokens, followed by a thousand clients that are each cut five times: none is lost,
 * doubled or reordered. Run by hand; {@code bench/durability/run} does. Service, model server,
 * database and clients share the machine.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class DurabilityBench {
  @Test
  void noTokenIsLostDoubledOrReordered() throws Exception {
    int clients = Integer.getInteger("bench.clients", 1_000);
    int tokens = Integer.getInteger("bench.tokens", 10_000);
    int cuts = Integer.getInteger("bench.cuts", 5);
    int gapMs = Integer.getInteger("bench.gap-ms", 40);
    // All of them at once and for one person: none is to wait for another's end, or is one too
    // many.
    Map<String, Object> settings =
        Map.of(
            "assay.upstream.idle-timeout", "60s",
            "assay.model-concurrency", "0",
            "assay.socket.max-per-caller", 2 * clients);
    long began = System.nanoTime();
    List<CutClient.Outcome> outcomes;
    try (TestServer server = TestServer.start(settings)) {
      outcomes = CutClients.follow(server, clients, tokens, gapMs, cuts);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("tokens sent", (long) clients * tokens);
    figures.put("clients", clients);
    figures.put("cuts", sum(outcomes, Part.CUTS));
    figures.put("tokens that came as events", sum(outcomes, Part.TOKENS));
    figures.put("snapshots, each client's first included", sum(outcomes, Part.SNAPSHOTS));
    figures.put("connections that the service closed", sum(outcomes, Part.CLOSES));
    // A client that meets one of these ends the bench with an error that names its run.
    figures.put("lost", 0);
    figures.put("doubled", 0);
    figures.put("reordered", 0);
    figures.put("seconds", Math.round(seconds));
    figures.put("tokens a second", Math.round((double) clients * tokens / seconds));
    BenchReport.write("durability", "Ten million tokens over a network that is cut", figures);
    assertThat(outcomes).hasSize(clients);
  }

  private enum Part {
    TOKENS,
    CUTS,
    SNAPSHOTS,
    CLOSES
  }

  private static long sum(List<CutClient.Outcome> outcomes, Part part) {
    return outcomes.stream()
        .mapToLong(outcome ->
            switch (part) {
              case TOKENS -> outcome.tokens();
              case CUTS -> outcome.cuts();
              case SNAPSHOTS -> outcome.snapshots();
              case CLOSES -> outcome.closes();
            })
        .sum();
  }
}
