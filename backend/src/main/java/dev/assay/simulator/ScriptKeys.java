package dev.assay.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The keys of a script as they were written, before they mean anything: a model's own, overridden
 * by those in the model's name, overridden by the request's {@code seed} and {@code simulate}.
 */
final class ScriptKeys {
  private static final Set<String> KNOWN =
      new TreeSet<>(
          List.of(
              "tokens",
              "gap",
              "ttft",
              "headers",
              "queue",
              "jitter",
              "seed",
              "reasoning",
              "text",
              "blocks",
              "fault",
              "at",
              "rate",
              "first",
              "retry",
              "mood"));

  private final Map<String, String> values = new LinkedHashMap<>();

  /** Reads {@code a=1&b=2}; {@code where} is what to blame. */
  ScriptKeys query(String query, String where) {
    Map<String, String> read = new LinkedHashMap<>();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        throw ApiException.badRequest(where, "`" + pair + "` in `" + where + "` has no value.");
      }
      String key = pair.substring(0, equals);
      if (read.put(known(key, where), pair.substring(equals + 1)) != null) {
        throw ApiException.badRequest(where, "`" + key + "` stands twice in `" + where + "`.");
      }
    }
    values.putAll(read);
    return this;
  }

  /** Takes over a request's {@code simulate} object; values are strings, numbers or lists. */
  ScriptKeys object(Map<String, Object> object, String where) {
    object.forEach((key, value) ->
        values.put(
            known(key, where),
            value instanceof List<?> list ? joined(list) : String.valueOf(value)));
    return this;
  }

  ScriptKeys put(String key, Object value) {
    values.put(key, String.valueOf(value));
    return this;
  }

  Map<String, String> values() {
    return values;
  }

  private static String joined(List<?> list) {
    return list.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static String known(String key, String where) {
    if (KNOWN.contains(key)) {
      return key;
    }
    throw ApiException.badRequest(
        where,
        "Unknown key `%s` in `%s`; known are %s.".formatted(key, where, String.join(", ", KNOWN)));
  }
}
