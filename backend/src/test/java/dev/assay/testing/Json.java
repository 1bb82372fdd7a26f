package dev.assay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value of an answer. What a test asks for and is not there fails the test. */
public record Json(JsonNode node) {
  private static final ObjectMapper MAPPER = ObjectMapper.getDefault();

  /** Reads a text. */
  public static Json read(String text) {
    try {
      JsonNode node = MAPPER.readValue(text, JsonNode.class);
      assertThat(node).isNotNull();
      return new Json(node);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes maps, lists and simple values. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the object has this field. */
  public boolean has(String name) {
    return node.get(name) != null;
  }

  /** A field of the object. */
  public Json get(String name) {
    return found(node.get(name), name);
  }

  /** An element of the list. */
  public Json get(int index) {
    return found(node.get(index), "[" + index + "]");
  }

  /** The elements of the list. */
  public List<Json> list() {
    List<Json> values = new ArrayList<>();
    node.values().forEach(value -> values.add(new Json(value)));
    return values;
  }

  /** The text. */
  public String text() {
    return node.getStringValue();
  }

  /** The whole number. */
  public int integer() {
    return node.getIntValue();
  }

  /** The number. */
  public double number() {
    return node.getDoubleValue();
  }

  /** Whether it is true. */
  public boolean isTrue() {
    return node.getBooleanValue();
  }

  /** Whether it is null. */
  public boolean isNull() {
    return node.isNull();
  }

  private Json found(@Nullable JsonNode value, String what) {
    assertThat(value).as("%s in %s", what, node).isNotNull();
    return new Json(value);
  }
}
