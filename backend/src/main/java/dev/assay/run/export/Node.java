package dev.assay.run.export;

import dev.assay.error.AppException;
import dev.assay.graphql.Input;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One object of a JSON document that somebody sends, read field by field. Whatever is wrong is
 * thrown as {@code BAD_USER_INPUT} with the field's path, such as {@code runs[3].lanes[0].modelId}.
 * Absent and null are the same.
 */
final class Node {
  /** Enough for any price; beyond it, digits are an attack on whoever prints them. */
  private static final int MAX_DIGITS = 50;

  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9999;

  private final Map<String, Object> fields;
  private final String path;
  private final Input input;

  private Node(Map<String, Object> fields, String path) {
    this.fields = fields;
    this.path = path;
    this.input = Input.of(fields, path);
  }

  /** The value at a path, which must be an object that has none but these fields. */
  @SuppressWarnings("unchecked")
  static Node of(@Nullable Object value, String path, Set<String> names) {
    if (!(value instanceof Map<?, ?> object)) {
      throw AppException.badInput(path, "This must be an object.");
    }
    for (Object name : object.keySet()) {
      if (!names.contains(String.valueOf(name))) {
        throw AppException.badInput(path + "." + name, "There is no such field.");
      }
    }
    return new Node((Map<String, Object>) object, path);
  }

  /** An error about a field. */
  AppException bad(String name, String message) {
    return input.bad(name, message);
  }

  /** Where the document holds it. */
  String path() {
    return path;
  }

  String pathOf(String name) {
    return input.pathOf(name);
  }

  boolean has(String name) {
    return fields.get(name) != null;
  }

  /** The field as it is; null where absent. */
  @Nullable Object get(String name) {
    return fields.get(name);
  }

  Node object(String name, Set<String> names) {
    return of(fields.get(name), pathOf(name), names);
  }

  @Nullable Node objectOrNull(String name, Set<String> names) {
    return has(name) ? object(name, names) : null;
  }

  /** A list of objects; empty where absent. */
  List<Node> objects(String name, Set<String> names) {
    List<Node> nodes = new ArrayList<>();
    for (Object item : list(name)) {
      nodes.add(of(item, "%s[%d]".formatted(pathOf(name), nodes.size()), names));
    }
    return nodes;
  }

  /** A list; empty where absent. */
  List<?> list(String name) {
    return switch (fields.get(name)) {
      case null -> List.of();
      case List<?> list -> list;
      default -> throw bad(name, "This must be a list.");
    };
  }

  /** A text of at most so many bytes of UTF-8. */
  String text(String name, int maxBytes) {
    return required(name, textOrNull(name, maxBytes));
  }

  @Nullable String textOrNull(String name, int maxBytes) {
    requireText(name);
    return input.bytesOrNull(name, maxBytes);
  }

  @Nullable UUID idOrNull(String name) {
    requireText(name);
    return input.idOrNull(name);
  }

  private void requireText(String name) {
    if (has(name) && !(fields.get(name) instanceof String)) {
      throw bad(name, "This must be a string.");
    }
  }

  boolean isTrue(String name) {
    return switch (fields.get(name)) {
      case null -> false;
      case Boolean bool -> bool;
      default -> throw bad(name, "This must be true or false.");
    };
  }

  <E extends Enum<E>> E oneOf(String name, E[] values) {
    for (E value : values) {
      if (value.name().equals(fields.get(name))) {
        return value;
      }
    }
    throw bad(name, mustBeOneOf(values));
  }

  /** What is wrong with a name that none of these has. */
  static String mustBeOneOf(Enum<?>[] values) {
    return Arrays.stream(values)
        .map(Enum::name)
        .collect(Collectors.joining(", ", "This must be one of ", "."));
  }

  int integer(String name, int min, int max) {
    return required(name, integerOrNull(name, min, max));
  }

  @Nullable Integer integerOrNull(String name, int min, int max) {
    if (has(name) && !(fields.get(name) instanceof Integer)) {
      throw bad(name, "This must be a whole number of up to 32 bits.");
    }
    return input.integer(name, min, max);
  }

  /** A whole number of 64 bits, which may be a text. */
  @Nullable Long longOrNull(String name) {
    return switch (fields.get(name)) {
      case null -> null;
      case Integer number -> number.longValue();
      case Long number -> number;
      case String text when text.matches("-?[0-9]{1,18}|-?[1-9][0-9]{18}") -> parsed(name, text);
      default -> throw noLong(name);
    };
  }

  private long parsed(String name, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw noLong(name);
    }
  }

  private AppException noLong(String name) {
    return bad(name, "This must be a whole number of up to 64 bits.");
  }

  @Nullable Double numberOrNull(String name) {
    Double number =
        switch (fields.get(name)) {
          case null -> null;
          case Integer whole -> whole.doubleValue();
          case Long whole -> whole.doubleValue();
          case BigInteger whole -> whole.doubleValue();
          case BigDecimal broken -> broken.doubleValue();
          default -> throw bad(name, "This must be a number.");
        };
    if (number != null && number.isInfinite()) {
      throw bad(name, "This number is too large.");
    }
    return number;
  }

  /** A number that is not below zero. */
  @Nullable Double sizeOrNull(String name) {
    Double number = numberOrNull(name);
    if (number != null && number < 0) {
      throw bad(name, "This must not be below zero.");
    }
    return number;
  }

  /** An amount of money, as a text or a number. */
  @Nullable BigDecimal amountOrNull(String name) {
    Object value = fields.get(name);
    if (value == null) {
      return null;
    }
    String text = value instanceof String || value instanceof Number ? value.toString() : "";
    try {
      BigDecimal amount = new BigDecimal(text.length() > MAX_DIGITS ? "" : text);
      if (amount.signum() >= 0 && Math.abs((long) amount.scale()) <= MAX_DIGITS) {
        return amount;
      }
    } catch (NumberFormatException e) {
      // Falls through to the error that shows an example.
    }
    throw bad(name, "An amount looks like \"0.000140\".");
  }

  Instant moment(String name) {
    return required(name, momentOrNull(name));
  }

  /** A time that is not yet to come, but for clocks that differ. */
  @Nullable Instant momentOrNull(String name) {
    if (!has(name)) {
      return null;
    }
    Instant moment = moment(fields.get(name));
    if (moment == null) {
      throw bad(name, "A time looks like \"2026-11-21T05:40:00.123Z\".");
    }
    if (moment.isAfter(Instant.now().plusSeconds(86_400))) {
      throw bad(name, "This time is yet to come.");
    }
    return moment;
  }

  private static @Nullable Instant moment(@Nullable Object value) {
    try {
      OffsetDateTime moment = OffsetDateTime.parse(value instanceof String text ? text : "");
      boolean isFine = moment.getYear() >= FIRST_YEAR && moment.getYear() <= LAST_YEAR;
      return isFine ? moment.toInstant() : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw bad(name, "This must not be null or absent.");
    }
    return value;
  }
}
