package dev.assay.provider;

import dev.assay.graphql.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON object that a request sends, put together field by field. */
public final class RequestBody {
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  /** Sets a field, unless the value is null. Values are maps, lists and plain values. */
  public RequestBody put(String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
    return this;
  }

  /** Sets a field to an object, unless that one has no fields. */
  public RequestBody put(String name, RequestBody object) {
    return put(name, object.fields.isEmpty() ? null : object.fields);
  }

  /** Sets all fields of an object, those that are null too. Nothing where there is none. */
  public RequestBody putAll(@Nullable JsonObject object) {
    if (object != null) {
      fields.putAll(object.fields());
    }
    return this;
  }

  /** The text as UTF-8. */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (var json = Json.generator(bytes)) {
      Json.write(json, fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
