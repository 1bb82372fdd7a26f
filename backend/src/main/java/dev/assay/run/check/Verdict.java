package dev.assay.run.check;

import org.jspecify.annotations.Nullable;

/**
 * What a check says of an answer.
 *
 * @param message why it does not pass, in words; null where it does
 */
public record Verdict(boolean hasPassed, @Nullable String message) {
  static final Verdict PASSED = new Verdict(true, null);

  static Verdict failed(String message) {
    return new Verdict(false, message);
  }
}
