package dev.assay.provider;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A walk through one JSON object, from value to value, that builds nothing on its way. What has
 * another shape than the walker expects is passed over; what is no whole object is an {@link
 * IOException}.
 */
public final class JsonWalk implements AutoCloseable {
  private static final JsonFactory JSON = new JsonFactory();
  private final JsonParser json;

  /** Reads the value of a field or an item, at which the walk stands. */
  @FunctionalInterface
  public interface ValueReader {
    /**
     * The walk stands at a value.
     *
     * @param name of its field; empty for a list's item
     */
    void at(String name) throws IOException;
  }

  private JsonWalk(JsonParser json) {
    this.json = json;
  }

  /** Stands at the object that is an event's data. */
  public static JsonWalk into(Line data) throws IOException {
    return into(JSON.createParser(data.buffer(), data.offset(), data.length()));
  }

  /** Stands at the object that is a text. */
  public static JsonWalk into(byte[] data) throws IOException {
    return into(JSON.createParser(data));
  }

  private static JsonWalk into(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("An event must be a JSON object.");
    }
    return new JsonWalk(parser);
  }

  /** Stands at the value that is a text, whatever it is. */
  public static JsonWalk at(byte[] data) throws IOException {
    JsonParser parser = JSON.createParser(data);
    parser.nextToken();
    return new JsonWalk(parser);
  }

  /** Reads each field of the object at hand. */
  public void eachField(ValueReader read) throws IOException {
    if (!isObject()) {
      json.skipChildren();
      return;
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      read.at(name);
    }
  }

  /** Reads each item of the list at hand. */
  public void eachItem(ValueReader read) throws IOException {
    if (!isList()) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == null) {
        throw new IOException("The event ends within a list.");
      }
      read.at("");
    }
  }

  /** Passes over the value at hand. */
  public void skip() throws IOException {
    json.skipChildren();
  }

  /** Whether the value at hand is an object. */
  public boolean isObject() {
    return json.currentToken() == JsonToken.START_OBJECT;
  }

  /** Whether the value at hand is a list. */
  public boolean isList() {
    return json.currentToken() == JsonToken.START_ARRAY;
  }

  /** Whether the value at hand is null. */
  public boolean isNull() {
    return json.currentToken() == JsonToken.VALUE_NULL;
  }

  /** Whether the value at hand is true. */
  public boolean isTrue() throws IOException {
    boolean value = json.currentToken() == JsonToken.VALUE_TRUE;
    json.skipChildren();
    return value;
  }

  /** The text at hand; null where it is none. */
  public @Nullable String text() throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    json.skipChildren();
    return null;
  }

  /** The whole number at hand; null where it is none. */
  public @Nullable Integer number() throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return json.getIntValue();
    }
    json.skipChildren();
    return null;
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
