package dev.assay.graphql;

import dev.assay.error.AppException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A fetcher's arguments, or one input object within them, read field by field. Whatever is wrong is
 * thrown as {@code BAD_USER_INPUT} with the path of the field, such as {@code
 * input.lanes[1].modelId}. Absent and null are the same, except to {@link #has}.
 */
public final class Input {
  private final Map<String, Object> values;
  private final String path;

  private Input(Map<String, Object> values, String path) {
    this.values = values;
    this.path = path;
  }

  /** The arguments of a field, as graphql-java coerced them. */
  public static Input of(Map<String, Object> arguments) {
    return new Input(arguments, "");
  }

  /**
   * An object of a document that came another way, with values of the types that {@link #get}
   * gives.
   *
   * @param path where the document holds it
   */
  public static Input of(Map<String, Object> values, String path) {
    return new Input(values, path);
  }

  /** Whether the field was given, be it null. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /**
   * A value of the type that the schema promises, such as a boxed number or an enum's name; null
   * where absent.
   */
  @SuppressWarnings("unchecked")
  public <T> @Nullable T get(String name) {
    return (T) values.get(name);
  }

  /** An input object; an empty one where absent. */
  public Input object(String name) {
    Map<String, Object> object = get(name);
    return new Input(object == null ? Map.of() : object, pathOf(name));
  }

  /** A list of input objects; empty where absent. */
  public List<Input> objects(String name) {
    List<Map<String, Object>> objects = get(name);
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; objects != null && i < objects.size(); i++) {
      inputs.add(new Input(objects.get(i), pathOf(name) + "[" + i + "]"));
    }
    return inputs;
  }

  /** An id that must be there. */
  public UUID id(String name) {
    UUID id = idOrNull(name);
    if (id == null) {
      throw bad(name, "This id is missing.");
    }
    return id;
  }

  /** An id; null where absent. */
  public @Nullable UUID idOrNull(String name) {
    String text = get(name);
    return text == null ? null : uuid(pathOf(name), text);
  }

  /** A list of ids; null where absent. */
  public @Nullable List<UUID> ids(String name) {
    List<String> texts = get(name);
    if (texts == null) {
      return null;
    }
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      ids.add(uuid(pathOf(name) + "[" + i + "]", texts.get(i)));
    }
    return ids;
  }

  /**
   * A text that must hold something besides white space, of at most {@code maxLength} UTF-16 units.
   */
  public String text(String name, int maxLength) {
    String text = textOrNull(name, maxLength);
    if (text == null || isBlank(text)) {
      throw bad(name, "This must not be empty.");
    }
    return text;
  }

  /** A text of at most {@code maxLength} UTF-16 units; null where absent. */
  public @Nullable String textOrNull(String name, int maxLength) {
    String text = storable(name);
    if (text != null && text.length() > maxLength) {
      throw bad(
          name,
          "This must be at most " + maxLength + " characters long; it has " + text.length() + ".");
    }
    return text;
  }

  /** A text of at most {@code maxBytes} bytes of UTF-8; null where absent. */
  public @Nullable String bytesOrNull(String name, int maxBytes) {
    String text = storable(name);
    if (text == null) {
      return null;
    }
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > maxBytes) {
      throw bad(
          name, "This must be at most %,d bytes of UTF-8; it has %,d.".formatted(maxBytes, bytes));
    }
    return text;
  }

  /** A whole number within bounds; null where absent. */
  public @Nullable Integer integer(String name, int min, int max) {
    Integer number = get(name);
    if (number != null && (number < min || number > max)) {
      throw bad(name, "This must be %,d to %,d.".formatted(min, max));
    }
    return number;
  }

  /**
   * A value that {@code parse} makes of a text, null where absent; what it throws becomes the
   * field's error.
   */
  public <T> @Nullable T parsed(String name, Function<String, T> parse) {
    String text = get(name);
    try {
      return text == null ? null : parse.apply(text);
    } catch (IllegalArgumentException e) {
      String message = e.getMessage();
      throw bad(name, message == null ? "This is not valid." : message);
    }
  }

  /** An error about one field of this object. */
  public AppException bad(String name, String message) {
    return AppException.badInput(pathOf(name), message);
  }

  /** The path of a field of this object, as errors name it. */
  public String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** PostgreSQL stores neither the NUL character nor half a surrogate pair. */
  public void requireStorable(String name, String text) {
    if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw bad(name, "This holds a NUL character or half a surrogate pair, which no text may.");
    }
  }

  /** Whether a text shows nothing: white space, no-break and zero-width spaces, controls. */
  public static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(point ->
            Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.isISOControl(point)
                || Character.getType(point) == Character.FORMAT);
  }

  private @Nullable String storable(String name) {
    String text = get(name);
    if (text != null) {
      requireStorable(name, text);
    }
    return text;
  }

  private static UUID uuid(String field, String text) {
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      // Falls through to the field's error, which says more.
    }
    throw AppException.badInput(field, "This is not an id.");
  }
}
