package dev.assay.run;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Values in {@code jsonb} columns, which SQL casts from and to text. */
@Singleton
final class Json {
  private final ObjectMapper mapper;

  Json(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  <T> T read(String json, Class<T> type) {
    try {
      return Objects.requireNonNull(mapper.readValue(json, type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
