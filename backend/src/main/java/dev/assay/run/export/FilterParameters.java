package dev.assay.run.export;

import dev.assay.error.AppException;
import dev.assay.generation.Status;
import dev.assay.graphql.Input;
import dev.assay.run.RunFilter;
import dev.assay.run.RunScope;
import io.micronaut.http.HttpParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A {@code RunFilter} as an address's parameters, which have its fields' names. {@code status} may
 * stand there more than once, or hold several with commas between.
 */
final class FilterParameters {
  private FilterParameters() {}

  /** Throws {@code BAD_USER_INPUT} that names the parameter. */
  static RunFilter read(HttpParameters parameters) {
    Map<String, Object> values = new HashMap<>();
    for (String name : parameters.names()) {
      values.put(name, value(name, parameters.getAll(name)));
    }
    return RunFilter.read(Input.of(values));
  }

  private static Object value(String name, List<String> texts) {
    return switch (name) {
      case "scope" -> scope(single(name, texts));
      case "status" ->
          texts.stream()
              .flatMap(text -> Stream.of(text.split(",")))
              .map(FilterParameters::status)
              .toList();
      case "isInBatch" -> bool(name, single(name, texts));
      case "text", "modelId", "promptId", "promptVersionId" -> single(name, texts);
      case "from", "to" -> moment(name, single(name, texts));
      default -> throw AppException.badInput(name, "There is no such filter.");
    };
  }

  private static String single(String name, List<String> texts) {
    if (texts.size() != 1) {
      throw AppException.badInput(name, "This must stand here once.");
    }
    return texts.getFirst();
  }

  private static String scope(String name) {
    if (Arrays.stream(RunScope.values()).noneMatch(scope -> scope.name().equals(name))) {
      throw AppException.badInput("scope", Node.mustBeOneOf(RunScope.values()));
    }
    return name;
  }

  private static boolean bool(String name, String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw AppException.badInput(name, "This must be true or false.");
    };
  }

  private static String status(String name) {
    if (Arrays.stream(Status.values()).noneMatch(status -> status.name().equals(name))) {
      throw AppException.badInput("status", Node.mustBeOneOf(Status.values()));
    }
    return name;
  }

  static Instant moment(String name, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw AppException.badInput(name, "A time looks like 2026-11-21T05:40:00.123Z.");
    }
  }
}
