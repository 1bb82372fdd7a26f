package dev.assay.prompt;

import dev.assay.graphql.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A list of JSON objects as its text, which keeps the order of their fields. */
public record Tools(String text) {

  static Tools of(List<?> objects) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var json = Json.generator(bytes)) {
      Json.write(json, objects);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Tools(bytes.toString(StandardCharsets.UTF_8));
  }

  /** The objects as maps, lists and plain values. */
  public Object value() {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return Objects.requireNonNull(Json.read(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How long the text is as UTF-8. */
  int length() {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
