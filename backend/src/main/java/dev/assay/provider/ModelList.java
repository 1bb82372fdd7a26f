package dev.assay.provider;

import dev.assay.error.AppException;
import dev.assay.graphql.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A server's answer about which models it offers, read with care: it may hold anything. */
public final class ModelList {
  private static final int MAX_BYTES = 4 * 1024 * 1024;
  private static final int MAX_MODELS = 5_000;
  private static final int MAX_NAME = 300;

  private ModelList() {}

  /** Makes a model of an item of the list; null where it is none. */
  @FunctionalInterface
  public interface ItemReader {
    /** The fields are such as the protocol promises, or others. */
    @Nullable OfferedModel read(Map<?, ?> fields);
  }

  /** Whether the answer says that the server keeps no such list. */
  public static boolean isMissing(UpstreamResponse response) {
    return switch (response.status()) {
      case 404, 405, 501 -> true;
      default -> false;
    };
  }

  /**
   * Reads the list that stands in a field of the body.
   *
   * @throws AppException {@code UPSTREAM_UNAVAILABLE} where the body is not the protocol's, or does
   *     not arrive
   */
  public static List<OfferedModel> read(
      Endpoint endpoint, UpstreamResponse response, String field, ItemReader reader) {
    Object body = json(endpoint, response.whole(MAX_BYTES));
    if (body instanceof Map<?, ?> fields && fields.get(field) instanceof List<?> items) {
      return items.stream()
          .limit(MAX_MODELS)
          .map(item -> item instanceof Map<?, ?> model ? reader.read(model) : null)
          .filter(Objects::nonNull)
          .toList();
    }
    throw UpstreamErrors.notTheProtocol(endpoint);
  }

  private static @Nullable Object json(Endpoint endpoint, byte[] body) {
    try {
      return Json.read(new ByteArrayInputStream(body));
    } catch (IOException e) {
      throw UpstreamErrors.notTheProtocol(endpoint);
    }
  }

  /** A field's text that can be a name; null where it is none. */
  public static @Nullable String name(Map<?, ?> fields, String field) {
    if (fields.get(field) instanceof String text) {
      String name = Objects.requireNonNull(TextCleaner.cleanWhole(text)).strip();
      return name.isEmpty() || name.length() > MAX_NAME ? null : name;
    }
    return null;
  }

  /** The first of the fields that is a number of tokens; null where none is. */
  public static @Nullable Integer tokens(Map<?, ?> fields, String... names) {
    for (String name : names) {
      if (fields.get(name) instanceof Number number
          && number.longValue() > 0
          && number.longValue() <= 1_000_000_000) {
        return number.intValue();
      }
    }
    return null;
  }
}
