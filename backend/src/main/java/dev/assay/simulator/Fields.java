package dev.assay.simulator;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object read by name; each reader refuses a wrong type or range with an {@link
 * ApiException} that names the field. Absent and null are the same.
 */
record Fields(Map<String, Object> map) {

  @Nullable String text(String name) {
    Object value = map.get(name);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw wrong(name, "a string");
  }

  boolean flag(String name) {
    Object value = map.get(name);
    if (value == null || value instanceof Boolean) {
      return Boolean.TRUE.equals(value);
    }
    throw wrong(name, "true or false");
  }

  @Nullable Long whole(String name, long least, long most) {
    Object value = map.get(name);
    if (value == null) {
      return null;
    }
    if (value instanceof BigInteger || !(value instanceof Integer || value instanceof Long)) {
      throw wrong(name, "a whole number");
    }
    long number = ((Number) value).longValue();
    if (number < least || number > most) {
      throw wrong(name, "between " + least + " and " + most);
    }
    return number;
  }

  /** Refuses a number outside of the range; its value matters to nobody here. */
  void checkNumber(String name, double least, double most) {
    Object value = map.get(name);
    if (value == null) {
      return;
    }
    if (!(value instanceof Number number)) {
      throw wrong(name, "a number");
    }
    if (number.doubleValue() < least || number.doubleValue() > most) {
      throw wrong(name, "between " + least + " and " + most);
    }
  }

  /** The object of that name; an empty one where absent. */
  Fields object(String name) {
    Object value = map.get(name);
    return new Fields(value == null ? Map.of() : asMap(name, value));
  }

  /** A string or a list of strings; empty where absent. */
  List<String> texts(String name) {
    Object value = map.get(name);
    return switch (value) {
      case null -> List.of();
      case String text -> List.of(text);
      case List<?> list when list.stream().allMatch(String.class::isInstance) ->
          list.stream().map(String.class::cast).toList();
      default -> throw wrong(name, "a string or a list of strings");
    };
  }

  List<Fields> objects(String name) {
    Object value = map.get(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw wrong(name, "a list");
    }
    return list.stream().map(item -> new Fields(asMap(name, item))).toList();
  }

  static ApiException wrong(String name, String wanted) {
    return ApiException.badRequest(name, "`" + name + "` must be " + wanted + ".");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(String name, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw wrong(name, "an object");
  }
}
