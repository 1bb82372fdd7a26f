package dev.assay.testing;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes what a bench found to {@code bench/results}: as JSON, and as a table to read. */
public final class BenchReport {
  private static final Path RESULTS = Path.of("..", "bench", "results");

  private BenchReport() {}

  /** Writes {@code name.json} and {@code name.md}. */
  public static void write(String name, String title, Map<String, Object> figures)
      throws IOException {
    write(name, title, figures, Map.of());
  }

  /** The same, with the plans of queries in the table's file. */
  public static void write(
      String name, String title, Map<String, Object> figures, Map<String, String> plans)
      throws IOException {
    Map<String, Object> all = new LinkedHashMap<>(figures);
    all.put("date", LocalDate.now().toString());
    all.put("cores", Runtime.getRuntime().availableProcessors());
    all.put("load at the end", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    Files.createDirectories(RESULTS);
    Files.writeString(RESULTS.resolve(name + ".json"), Json.write(all) + "\n");
    StringBuilder table = new StringBuilder("# " + title + "\n\n| | |\n|---|---|\n");
    all.forEach((key, value) -> table.append("| %s | %s |\n".formatted(key, value)));
    plans.forEach((kind, plan) -> table.append("\n## %s\n\n```\n%s\n```\n".formatted(kind, plan)));
    Files.writeString(RESULTS.resolve(name + ".md"), table);
  }
}
