package dev.assay.model;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures in Prometheus' text format 0.0.4, by their names; those that differ in labels only, such
 * as a server's several models, are put together.
 */
final class PrometheusText {
  private final Map<String, Figure> figures = new HashMap<>();

  private record Figure(double sum, int count) {
    Figure plus(double value) {
      return new Figure(sum + value, count + 1);
    }
  }

  static PrometheusText parse(String text) {
    PrometheusText parsed = new PrometheusText();
    text.lines().filter(line -> !line.startsWith("#")).forEach(parsed::read);
    return parsed;
  }

  /** {@code name{labels} value [time]}; a label's text may hold anything but a bare quote. */
  private void read(String line) {
    int labels = line.indexOf('{');
    int space = line.indexOf(' ', Math.max(line.lastIndexOf('}'), 0));
    if (space < 0) {
      return;
    }
    String name = line.substring(0, labels < 0 ? space : labels).strip();
    String value = line.substring(space).strip().split(" ", 2)[0];
    try {
      double number = Double.parseDouble(value);
      if (Double.isFinite(number)) {
        figures.merge(name, new Figure(number, 1), (known, _) -> known.plus(number));
      }
    } catch (NumberFormatException e) {
      // Not a figure: the next line may be one.
    }
  }

  /** The sum of the first of the names that there is; null where there is none. */
  @Nullable Double sum(String... names) {
    for (String name : names) {
      Figure figure = figures.get(name);
      if (figure != null) {
        return figure.sum();
      }
    }
    return null;
  }

  /** The mean of the first of the names that there is; null where there is none. */
  @Nullable Double mean(String... names) {
    for (String name : names) {
      Figure figure = figures.get(name);
      if (figure != null) {
        return figure.sum() / figure.count();
      }
    }
    return null;
  }
}
