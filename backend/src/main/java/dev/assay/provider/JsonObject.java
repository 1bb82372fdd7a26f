package dev.assay.provider;

import dev.assay.graphql.Json;
import io.micronaut.serde.annotation.Serdeable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as its text. As a text it keeps the order of its fields wherever it is stored, and
 * models fill in a schema's fields in that order.
 */
@Serdeable
public record JsonObject(String text) {

  /** The object that has these fields, of maps, lists and plain values. */
  public static JsonObject of(Map<String, ?> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var json = Json.generator(bytes)) {
      Json.write(json, fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new JsonObject(bytes.toString(StandardCharsets.UTF_8));
  }

  /** Its fields, in their order. */
  @SuppressWarnings("unchecked")
  public Map<String, @Nullable Object> fields() {
    try {
      Object value = Json.read(new ByteArrayInputStream(bytes()));
      return (Map<String, @Nullable Object>) Objects.requireNonNull(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How long its text is as UTF-8. */
  public int length() {
    return bytes().length;
  }

  private byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
