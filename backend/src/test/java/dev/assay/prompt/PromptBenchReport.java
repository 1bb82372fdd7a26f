package dev.assay.prompt;

import dev.assay.testing.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes down what the bench measured, for people and for programs. */
final class PromptBenchReport {
  private PromptBenchReport() {}

  /** Milliseconds of many requests. */
  private record Times(int count, double p50, double p95, double p99) {
    static Times of(List<Double> all) {
      List<Double> sorted = all.stream().sorted().toList();
      return new Times(sorted.size(), at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99));
    }

    private static double at(List<Double> sorted, double share) {
      int place = (int) Math.ceil(share * sorted.size()) - 1;
      return Math.round(sorted.get(Math.max(place, 0)) * 100) / 100.0;
    }

    Map<String, Object> json() {
      return Map.of("count", count, "p50", p50, "p95", p95, "p99", p99);
    }

    String row() {
      String bad = p95 > PromptBench.GOAL_MS ? " **over**" : "";
      return "%d | %.1f | %.1f%s | %.1f".formatted(count, p50, p95, bad, p99);
    }
  }

  /** The kinds of request whose p95 is over the goal. */
  static List<String> over(Map<String, List<Double>> times) {
    return times.keySet().stream()
        .filter(kind -> Times.of(times.getOrDefault(kind, List.of())).p95() > PromptBench.GOAL_MS)
        .toList();
  }

  static void write(
      Path folder,
      String what,
      Map<String, List<Double>> cold,
      Map<String, List<Double>> warm,
      Map<String, String> plans)
      throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # The prompt library under load

            %s; milliseconds around HTTP, on %d cores. The goal is a p95 of at most %.0f ms for each.
            Cold: just after PostgreSQL's start, its files put out of the system's cache. As in every installation, it reads again
            by itself what it had in its own buffers (pg_prewarm); an ordinary owner's prompts are asked for the first time.

            | request | | count | p50 | p95 | p99 |
            |---|---|---|---|---|---|
            """
                .formatted(what, Runtime.getRuntime().availableProcessors(), PromptBench.GOAL_MS));
    Map<String, Object> numbers = new LinkedHashMap<>();
    for (String kind : warm.keySet()) {
      Times coldTimes = Times.of(cold.getOrDefault(kind, List.of(0.0)));
      Times warmTimes = Times.of(warm.getOrDefault(kind, List.of(0.0)));
      page.append("| %s | cold | %s |\n".formatted(kind, coldTimes.row()));
      page.append("| | warm | %s |\n".formatted(warmTimes.row()));
      numbers.put(kind, Map.of("cold", coldTimes.json(), "warm", warmTimes.json()));
    }
    page.append("\n## Plans\n\nFor the largest owner, warm.\n");
    plans.forEach((kind, plan) -> page.append("\n### %s\n\n```\n%s\n```\n".formatted(kind, plan)));
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("prompts.md"), page);
    Files.writeString(
        folder.resolve("prompts.json"),
        Json.write(Map.of("what", what, "requests", numbers)) + "\n");
  }
}
