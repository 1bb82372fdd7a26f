package dev.assay.prompt;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a prompt's text that a value takes when a run starts.
 *
 * @param description what it means; empty where nobody said
 * @param defaultValue the value where a run gives none; null where it must give one
 * @param options what can be chosen; empty unless the type is {@code CHOICE}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PromptVariable(
    String name,
    PromptVariableType type,
    String description,
    @Nullable String defaultValue,
    List<String> options) {
  /** How long a value may be, in bytes of UTF-8. */
  public static final int MAX_VALUE_BYTES = 10_240;

  /** Enough for any number; the quantifiers never share a character, so it takes no time. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");

  /** One of which nothing is known but that it stands in the text. */
  static PromptVariable undeclared(String name) {
    return new PromptVariable(name, PromptVariableType.TEXT, "", null, List.of());
  }

  /** What is wrong with a value, in words; null where nothing is. */
  public @Nullable String problemOf(String value) {
    return switch (type) {
      case TEXT, LONG_TEXT -> null;
      case NUMBER ->
          NUMBER.matcher(value).matches() ? null : "%s must be a number.".formatted(name);
      case CHOICE ->
          options.contains(value)
              ? null
              : "%s must be one of %s.".formatted(name, String.join(", ", options));
    };
  }
}
