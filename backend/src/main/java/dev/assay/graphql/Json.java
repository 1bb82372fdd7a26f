package dev.assay.graphql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as maps, lists, strings, numbers, booleans and null, read and written without binding or
 * reflection.
 */
public final class Json {
  private static final int MAX_DEPTH = 100;

  /**
   * How many names, values, beginnings and ends a value that is read whole may have: an empty
   * object of two bytes takes some sixty in the memory.
   */
  private static final long MAX_TOKENS = 500_000;

  /**
   * Buffers are shared by all threads: a virtual thread that keeps its own would hold them for a
   * subscription's life.
   */
  private static final JsonFactory FACTORY = factory(Long.MAX_VALUE);

  private static final JsonFactory WHOLE = factory(MAX_TOKENS);

  private static JsonFactory factory(long maxTokens) {
    return new JsonFactoryBuilder()
        .recyclerPool(JsonRecyclerPools.sharedBoundedPool())
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(100)
                .maxTokenCount(maxTokens)
                .build())
        .build();
  }

  private Json() {}

  /** A stream that takes long texts as bytes which it need not copy. */
  public interface LongTexts {
    /** How many UTF-16 units make a text long. */
    int LONG = 64 * 1024;

    /** Takes a text's JSON in the place of its bytes. */
    void take(String text);
  }

  /** A generator that writes UTF-8. It leaves the stream open when it is closed. */
  public static JsonGenerator generator(OutputStream out) throws IOException {
    return FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  /**
   * Reads one JSON value that fills the whole stream, and leaves it open. Throws {@link
   * IOException} where there is anything else.
   */
  public static @Nullable Object read(InputStream in) throws IOException {
    try (JsonParser parser = WHOLE.createParser(in)) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      parser.nextToken();
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "Something follows the value.");
      }
      return value;
    }
  }

  /** A parser that stands before the first token, for values too large to be read whole. */
  public static JsonParser parser(InputStream in) throws IOException {
    return FACTORY.createParser(in);
  }

  /** An object's fields in their order, without those that are null. */
  public static Map<String, Object> object(@Nullable Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (value != null) {
        object.put(String.valueOf(namesAndValues[i]), value);
      }
    }
    return object;
  }

  /** The value at which a parser stands; then it stands at that value's end. */
  public static @Nullable Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case null, default -> throw new JsonParseException(parser, "There is no value.");
    };
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      object.put(name, value(parser));
    }
    return object;
  }

  private static List<@Nullable Object> array(JsonParser parser) throws IOException {
    List<@Nullable Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }

  /** Writes a value; what is none of JSON's own kinds is written as its text. */
  public static void write(JsonGenerator out, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeNull();
      case String text -> writeText(out, text);
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case Boolean bool -> out.writeBoolean(bool);
      case Double number -> out.writeNumber(number);
      case Float number -> out.writeNumber(number);
      case BigInteger number -> out.writeNumber(number);
      case BigDecimal number -> out.writeNumber(number);
      case Map<?, ?> map -> writeObject(out, map);
      case Iterable<?> items -> writeArray(out, items);
      default -> writeText(out, value.toString());
    }
  }

  /**
   * Half a surrogate pair cannot be UTF-8, but JSON can escape it. A model's text may be cut there,
   * and its pieces must come together again at the reader.
   */
  private static void writeText(JsonGenerator out, String text) throws IOException {
    if (text.length() >= LongTexts.LONG && out.getOutputTarget() instanceof LongTexts target) {
      // The generator is to know that a value stands here, and to hand on what comes before it.
      out.writeRawValue("");
      out.flush();
      target.take(text);
    } else if (isWhole(text)) {
      out.writeString(text);
    } else {
      writeHalves(out, text);
    }
  }

  private static void writeHalves(JsonGenerator out, String text) throws IOException {
    StringBuilder quoted = new StringBuilder(text.length() + 16).append('"');
    text.codePoints()
        .forEach(point -> {
          if (isHalf(point)) {
            quoted.append("\\u").append(Integer.toHexString(point));
          } else {
            quoted.append(JsonStringEncoder.getInstance().quoteAsString(Character.toString(point)));
          }
        });
    out.writeRawValue(quoted.append('"').toString());
  }

  private static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints().noneMatch(Json::isHalf);
      }
    }
    return true;
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  private static void writeObject(JsonGenerator out, Map<?, ?> map) throws IOException {
    out.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.writeFieldName(String.valueOf(entry.getKey()));
      write(out, entry.getValue());
    }
    out.writeEndObject();
  }

  private static void writeArray(JsonGenerator out, Iterable<?> items) throws IOException {
    out.writeStartArray();
    for (Object item : items) {
      write(out, item);
    }
    out.writeEndArray();
  }
}
