package dev.assay.prompt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A text with places for values. A place is <code>{{name}}</code>; a name has 1 to {@value
 * #MAX_NAME} letters, marks, digits and underscores of any script, and spaces and tabs may stand
 * beside it. Of the backslashes right before two braces each pair is one backslash, and one that is
 * left makes the braces plain. All else is plain, also braces around what is no name. Nothing in a
 * template is ever executed, and a value's own braces are plain.
 */
final class Template {
  static final int MAX_NAME = 64;

  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";

  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder plain = new StringBuilder();

  private sealed interface Part {
    record Plain(String text) implements Part {}

    record Place(String name) implements Part {}
  }

  private Template(String text) {
    int at = 0;
    for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
      int slashes = slashesBefore(text, open, at);
      plain.append(text, at, open - slashes).repeat('\\', slashes / 2);
      at = slashes % 2 == 1 ? escaped(open) : place(text, open);
    }
    plain.append(text, at, text.length());
    endPlain();
  }

  static Template of(String text) {
    return new Template(text);
  }

  /** Whether a place could have this name. */
  static boolean isName(String name) {
    int length = name.codePointCount(0, name.length());
    return length >= 1
        && length <= MAX_NAME
        && name.codePoints().allMatch(Template::mayStandInNames);
  }

  /** The names of the places, each once, in their order. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (Part part : parts) {
      if (part instanceof Part.Place place) {
        names.add(place.name());
      }
    }
    return names;
  }

  /** The text with values in its places. There is one for each of {@link #names}. */
  String fill(Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      text.append(
          switch (part) {
            case Part.Plain some -> some.text();
            case Part.Place place -> Objects.requireNonNull(values.get(place.name()));
          });
    }
    return text.toString();
  }

  /** The braces are plain; tells where the text goes on. */
  private int escaped(int open) {
    plain.append(OPEN);
    return open + OPEN.length();
  }

  /** A place, or one plain brace where it is none; tells where the text goes on. */
  private int place(String text, int open) {
    int close = text.indexOf(CLOSE, open + OPEN.length());
    String name = close < 0 ? "" : trimmed(text.substring(open + OPEN.length(), close));
    if (!isName(name)) {
      plain.append('{');
      return open + 1;
    }
    endPlain();
    parts.add(new Part.Place(name));
    return close + CLOSE.length();
  }

  private void endPlain() {
    if (!plain.isEmpty()) {
      parts.add(new Part.Plain(plain.toString()));
      plain.setLength(0);
    }
  }

  private static int slashesBefore(String text, int end, int start) {
    int from = end;
    while (from > start && text.charAt(from - 1) == '\\') {
      from--;
    }
    return end - from;
  }

  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char character) {
    return character == ' ' || character == '\t';
  }

  private static boolean mayStandInNames(int point) {
    return point == '_'
        || Character.isLetter(point)
        || Character.isDigit(point)
        || switch (Character.getType(point)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }
}
