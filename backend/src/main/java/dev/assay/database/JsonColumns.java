package dev.assay.database;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * Values in {@code jsonb} columns, which SQL casts from and to text. What was read is remembered by
 * its text: most rows of a table hold the same few parameters and snapshots, or nothing. So values
 * must not be changed.
 */
@Singleton
@RequiresDatabase
public final class JsonColumns {
  private static final int MAX_KEPT = 2_000;

  /** Longer texts are rarely the same, and would fill the memory. */
  private static final int MAX_KEPT_LENGTH = 1_000;

  private final ObjectMapper mapper;
  private final Cache<Column, Object> kept = Caffeine.newBuilder().maximumSize(MAX_KEPT).build();

  private record Column(String json, Class<?> type) {}

  /** Writes and reads by the service's own mapper. */
  public JsonColumns(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** A value as JSON text. */
  public String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value that a column holds. */
  public <T> T read(String json, Class<T> type) {
    return json.length() > MAX_KEPT_LENGTH
        ? parse(json, type)
        : type.cast(kept.get(new Column(json, type), column -> parse(column.json(), type)));
  }

  /** The values of an array that a column holds. */
  public <T> List<T> readAll(String json, Class<T[]> type) {
    return List.of(read(json, type));
  }

  private <T> T parse(String json, Class<T> type) {
    try {
      return Objects.requireNonNull(mapper.readValue(json, type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
