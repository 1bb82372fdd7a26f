package dev.assay.provider;

import dev.assay.graphql.Input;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code ParametersInput}. */
public final class ParametersInput {
  private static final int MAX_TOKENS = 1_000_000;
  private static final int MAX_STOPS = 16;
  private static final int MAX_STOP_LENGTH = 200;
  private static final int MAX_SCHEMA_BYTES = 16 * 1024;
  private static final int MAX_EXTRA_FIELDS = 20;
  private static final int MAX_EXTRA_BYTES = 4 * 1024;

  private ParametersInput() {}

  /** The parameters of an input object; each field that is wrong is {@code BAD_USER_INPUT}. */
  public static Parameters read(Input input) {
    return new Parameters(
        within(input, "temperature", 0, 2, "A temperature is 0 to 2."),
        input.integer("maxTokens", 1, MAX_TOKENS),
        aboveZero(input, "topP", 1, "Top-p is above 0 and up to 1."),
        input.get("seed"),
        stop(input),
        input.integer("topK", 1, MAX_TOKENS),
        within(input, "minP", 0, 1, "Min-p is 0 to 1."),
        within(input, "frequencyPenalty", -2, 2, "A frequency penalty is -2 to 2."),
        within(input, "presencePenalty", -2, 2, "A presence penalty is -2 to 2."),
        aboveZero(input, "repetitionPenalty", 2, "A repetition penalty is above 0 and up to 2."),
        effort(input),
        object(input, "responseFormat", MAX_SCHEMA_BYTES),
        extra(input));
  }

  private static @Nullable Double within(
      Input input, String name, double min, double max, String words) {
    Double value = input.get(name);
    if (value != null && !(value >= min && value <= max)) {
      throw input.bad(name, words);
    }
    return value;
  }

  private static @Nullable Double aboveZero(Input input, String name, double max, String words) {
    return within(input, name, Double.MIN_VALUE, max, words);
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

  private static @Nullable ReasoningEffort effort(Input input) {
    String name = input.get("reasoningEffort");
    return name == null ? null : ReasoningEffort.valueOf(name);
  }

  private static @Nullable JsonObject extra(Input input) {
    JsonObject extra = object(input, "extra", MAX_EXTRA_BYTES);
    if (extra != null && extra.fields().size() > MAX_EXTRA_FIELDS) {
      throw input.bad("extra", "At most " + MAX_EXTRA_FIELDS + " extra fields are possible.");
    }
    return extra;
  }

  private static @Nullable JsonObject object(Input input, String name, int maxBytes) {
    Object value = input.get(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw input.bad(name, "This must be a JSON object.");
    }
    requireStorableNames(input, name, map);
    JsonObject object = JsonObject.of(texts(map));
    if (object.length() > maxBytes) {
      throw input.bad(
          name,
          "This must be at most %,d bytes of JSON; it has %,d."
              .formatted(maxBytes, object.length()));
    }
    return object;
  }

  /** What stands in texts can be escaped, but names are written as they are. */
  private static void requireStorableNames(Input input, String field, @Nullable Object value) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach((name, item) -> {
            input.requireStorable(field, String.valueOf(name));
            requireStorableNames(input, field, item);
          });
      case List<?> list -> list.forEach(item -> requireStorableNames(input, field, item));
      case null, default -> {}
    }
  }

  /** The fields of a JSON object, whose names are texts. */
  @SuppressWarnings("unchecked")
  private static Map<String, ?> texts(Map<?, ?> object) {
    return (Map<String, ?>) object;
  }
}
