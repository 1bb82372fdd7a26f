package dev.assay.run.check;

import dev.assay.graphql.Input;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every answer of a run has to pass.
 *
 * @param value the text, the regular expression or the schema
 * @param ignoreCase whether capitals and small letters are the same; of no effect on schemas
 */
@Serdeable
public record Check(CheckKind kind, String value, boolean ignoreCase) {
  private static final int MAX_BYTES = 10_240;

  /** Reads {@code CheckInput}; null where there is none. Throws {@code BAD_USER_INPUT}. */
  public static @Nullable Check read(Input parent) {
    if (parent.get("check") == null) {
      return null;
    }
    Input input = parent.object("check");
    String value = input.bytesOrNull("value", MAX_BYTES);
    if (value == null || Input.isBlank(value)) {
      throw input.bad("value", "Say what the answers are checked for.");
    }
    CheckKind kind = CheckKind.valueOf(Objects.requireNonNull(input.<String>get("kind")));
    Check check = new Check(kind, value, Boolean.TRUE.equals(input.get("ignoreCase")));
    try {
      Checker.of(check);
    } catch (IllegalArgumentException e) {
      throw input.bad("value", String.valueOf(e.getMessage()));
    }
    return check;
  }
}
