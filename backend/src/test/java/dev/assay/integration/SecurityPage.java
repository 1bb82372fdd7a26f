package dev.assay.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The checklist of {@code docs/security.md}, a line a requirement. */
final class SecurityPage {
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^\\| (?<number>\\d+\\.\\d+\\.\\d+) \\| (?<asked>[^|]+) \\| (?<state>[^|]+)"
              + " \\| (?<how>[^|]+) \\|(?<tests>[^|]*)\\|$");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| *\\d.*$");
  private static final Pattern NAMED = Pattern.compile("`([^`]+)`");

  private static final List<String> STATES = List.of("met", "partly", "not met", "does not apply");

  private final List<Line> lines;
  private final long rows;

  private SecurityPage(List<Line> lines, long rows) {
    this.lines = lines;
    this.rows = rows;
  }

  /**
   * A requirement's line.
   *
   * @param state one of {@link #STATES}
   * @param tests the names of those that show it
   */
  record Line(String number, String state, List<String> tests) {
    boolean claimsToBeMet() {
      return state.equals("met") || state.equals("partly");
    }
  }

  static SecurityPage of(String text) {
    List<Line> lines =
        LINE.matcher(text)
            .results()
            .map(row ->
                new Line(
                    row.group("number"),
                    row.group("state").strip(),
                    NAMED.matcher(row.group("tests")).results().map(it -> it.group(1)).toList()))
            .toList();
    return new SecurityPage(lines, ROW.matcher(text).results().count());
  }

  List<String> numbers() {
    return lines.stream().map(Line::number).toList();
  }

  /** The tests that the lines name, each once. */
  List<String> tests() {
    return lines.stream().flatMap(line -> line.tests().stream()).distinct().toList();
  }

  /** What is wrong with the lines themselves, in sentences. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (rows != lines.size()) {
      problems.add("%d of %d lines cannot be read".formatted(rows - lines.size(), rows));
    }
    for (Line line : lines) {
      if (!STATES.contains(line.state())) {
        problems.add("%s has the unknown state %s".formatted(line.number(), line.state()));
      }
      if (line.claimsToBeMet() && line.tests().isEmpty()) {
        problems.add("%s names no test that shows it".formatted(line.number()));
      }
    }
    return problems;
  }
}
