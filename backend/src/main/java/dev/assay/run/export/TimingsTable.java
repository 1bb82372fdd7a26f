package dev.assay.run.export;

import dev.assay.generation.Status;
import dev.assay.generation.Timings;
import dev.assay.run.Lane;
import dev.assay.run.Result;
import dev.assay.run.Run;
import dev.assay.run.Run.Parts;
import dev.assay.run.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How fast each lane of a run was, as a table in Markdown: the medians of its completed answers.
 */
final class TimingsTable {
  private static final String HEAD =
      """
      | Lane | Completed | First token (ms) | Latency (ms) | Token gap (ms) | Tokens/s | Tokens | Cost ($) |
      |---|--:|--:|--:|--:|--:|--:|--:|
      """;

  private TimingsTable() {}

  static String of(Run run) {
    Parts parts = Objects.requireNonNull(run.parts());
    StringBuilder table = new StringBuilder(HEAD);
    for (Lane lane : parts.lanes()) {
      List<Result> results =
          parts.results().stream()
              .filter(result -> result.lane().position() == lane.position())
              .toList();
      table.append(row(lane, results));
    }
    if (run.iterations() > 1) {
      table.append("\nNumbers are medians of the completed answers.\n");
    }
    return table.toString();
  }

  private static String row(Lane lane, List<Result> results) {
    List<Result> completed =
        results.stream().filter(result -> result.status() == Status.COMPLETED).toList();
    return "| %s | %d of %d | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            MarkdownWriter.title(lane),
            completed.size(),
            results.size(),
            timing(completed, "%.0f", Timings::timeToFirstTokenMs),
            timing(completed, "%.0f", Timings::latencyMs),
            timing(completed, "%.1f", Timings::interTokenP50Ms),
            timing(completed, "%.1f", Timings::tokensPerSecond),
            usage(completed, "%.0f", TimingsTable::tokens),
            usage(completed, "%.6f", TimingsTable::cost));
  }

  private static String timing(
      List<Result> results, String format, Function<Timings, @Nullable Double> part) {
    return median(
        format,
        results,
        result -> {
          Timings timings = result.timings();
          return timings == null ? null : part.apply(timings);
        });
  }

  private static String usage(
      List<Result> results, String format, Function<Usage, @Nullable Double> part) {
    return median(
        format,
        results,
        result -> {
          Usage usage = result.usage();
          return usage == null ? null : part.apply(usage);
        });
  }

  private static String median(
      String format, List<Result> results, Function<Result, @Nullable Double> number) {
    List<Double> known = new ArrayList<>();
    for (Result result : results) {
      Double value = number.apply(result);
      if (value != null) {
        known.add(value);
      }
    }
    if (known.isEmpty()) {
      return "–";
    }
    Collections.sort(known);
    double median = (known.get((known.size() - 1) / 2) + known.get(known.size() / 2)) / 2;
    return String.format(Locale.ROOT, format, median);
  }

  private static @Nullable Double tokens(Usage usage) {
    Integer tokens = usage.completionTokens();
    return tokens == null ? null : tokens.doubleValue();
  }

  private static @Nullable Double cost(Usage usage) {
    BigDecimal cost = usage.cost();
    return cost == null ? null : cost.doubleValue();
  }
}
