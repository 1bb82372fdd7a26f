package dev.assay.run;

import dev.assay.graphql.Input;
import dev.assay.provider.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code ParametersInput}. */
final class ParametersInput {
  private static final int MAX_TOKENS = 1_000_000;
  private static final int MAX_STOPS = 16;
  private static final int MAX_STOP_LENGTH = 200;
  private static final double MAX_TEMPERATURE = 2;

  private ParametersInput() {}

  static Parameters read(Input input) {
    return new Parameters(
        temperature(input),
        input.integer("maxTokens", 1, MAX_TOKENS),
        topP(input),
        input.get("seed"),
        stop(input));
  }

  private static @Nullable Double temperature(Input input) {
    Double value = input.get("temperature");
    if (value != null && !(value >= 0 && value <= MAX_TEMPERATURE)) {
      throw input.bad("temperature", "A temperature is 0 to 2.");
    }
    return value;
  }

  private static @Nullable Double topP(Input input) {
    Double value = input.get("topP");
    if (value != null && !(value > 0 && value <= 1)) {
      throw input.bad("topP", "Top-p is above 0 and up to 1.");
    }
    return value;
  }

  private static @Nullable List<String> stop(Input input) {
    List<String> stops = input.get("stop");
    if (stops == null || stops.isEmpty()) {
      return null;
    }
    if (stops.size() > MAX_STOPS) {
      throw input.bad("stop", "At most " + MAX_STOPS + " stop texts are possible.");
    }
    for (int i = 0; i < stops.size(); i++) {
      String stop = stops.get(i);
      String name = "stop[" + i + "]";
      input.requireStorable(name, stop);
      if (stop.isEmpty() || stop.length() > MAX_STOP_LENGTH) {
        throw input.bad(name, "A stop text has 1 to " + MAX_STOP_LENGTH + " characters.");
      }
    }
    return List.copyOf(stops);
  }
}
