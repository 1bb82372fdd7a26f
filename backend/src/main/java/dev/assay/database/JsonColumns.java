package dev.assay.database;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Values in {@code jsonb} columns, which SQL casts from and to text. */
@Singleton
@RequiresDatabase
public final class JsonColumns {
  private final ObjectMapper mapper;

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
    try {
      return Objects.requireNonNull(mapper.readValue(json, type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
