package dev.assay.run.code;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as source text, one entry a line. Texts stand between double quotes; whatever in
 * them could end the text, or would not be seen in an editor, is escaped.
 */
enum Literals {
  /** As JSON has them. */
  JSON("  ", "true", "false", "null"),
  /** As JavaScript has them. */
  JAVASCRIPT("  ", "true", "false", "null"),
  /** As Python has them. */
  PYTHON("    ", "True", "False", "None");

  /** Numbers beyond it are not exact in JavaScript. */
  private static final BigInteger EXACT = BigInteger.ONE.shiftLeft(53);

  private final String step;
  private final String yes;
  private final String no;
  private final String nothing;

  Literals(String step, String yes, String no, String nothing) {
    this.step = step;
    this.yes = yes;
    this.no = no;
    this.nothing = nothing;
  }

  /** A value; its lines after the first begin with {@code indent}. */
  String write(@Nullable Object value, String indent) {
    return switch (value) {
      case null -> nothing;
      case Boolean bool -> bool ? yes : no;
      case Map<?, ?> map -> object(map, indent);
      case List<?> list -> array(list, indent);
      case Integer number -> number.toString();
      case Long number -> whole(BigInteger.valueOf(number));
      case BigInteger number -> whole(number);
      case BigDecimal number -> number.toString();
      default -> text(value.toString());
    };
  }

  private String whole(BigInteger number) {
    boolean isInexact = this == JAVASCRIPT && number.abs().compareTo(EXACT) > 0;
    return isInexact ? "JSON.rawJSON(\"%s\")".formatted(number) : number.toString();
  }

  private String object(Map<?, ?> map, String indent) {
    List<String> entries = new ArrayList<>();
    map.forEach((name, value) ->
        entries.add(name(String.valueOf(name)) + ": " + write(value, indent + step)));
    return lines("{", entries, "}", indent);
  }

  /** In JavaScript one name would set something else than a field. */
  private String name(String name) {
    return this == JAVASCRIPT && name.equals("__proto__") ? "[" + text(name) + "]" : text(name);
  }

  private String array(List<?> list, String indent) {
    return lines("[", list.stream().map(item -> write(item, indent + step)).toList(), "]", indent);
  }

  private String lines(String begin, List<String> entries, String end, String indent) {
    String inner = "\n" + indent + step;
    return entries.isEmpty()
        ? begin + end
        : begin + inner + String.join("," + inner, entries) + "\n" + indent + end;
  }

  /** A text between double quotes. */
  String text(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(point -> quoted.append(escaped(point)));
    return quoted.append('"').toString();
  }

  private String escaped(int point) {
    return switch (point) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> isSeen(point) ? Character.toString(point) : numbered(point);
    };
  }

  /** Marks that turn the direction of text, or separate lines in one language and not another. */
  private static boolean isSeen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  private String numbered(int point) {
    if (this == PYTHON && Character.isSupplementaryCodePoint(point)) {
      return "\\U%08x".formatted(point);
    }
    StringBuilder units = new StringBuilder();
    for (char unit : Character.toChars(point)) {
      units.append("\\u%04x".formatted((int) unit));
    }
    return units.toString();
  }
}
