package dev.assay.model;

import dev.assay.graphql.Input;
import org.jspecify.annotations.Nullable;

/**
 * What to do with a server's key: nothing unless it is given; null deletes it.
 *
 * @param value in clear text
 */
record ApiKeyChange(boolean isGiven, @Nullable String value) {
  /** The key stays as it is. */
  static final ApiKeyChange KEEP = new ApiKeyChange(false, null);

  private static final int MAX_LENGTH = 1_000;

  /** Reads the field {@code apiKey}. */
  static ApiKeyChange read(Input input) {
    if (!input.has("apiKey")) {
      return KEEP;
    }
    String key = input.textOrNull("apiKey", MAX_LENGTH);
    if (key != null && !key.matches("[\\x21-\\x7e]+")) {
      throw input.bad("apiKey", "A key is made of letters, digits and signs, without spaces.");
    }
    return new ApiKeyChange(true, key);
  }

  /** Leaves the key out, so that no log can hold it. */
  @Override
  public String toString() {
    return isGiven ? (value == null ? "delete" : "replace") : "keep";
  }
}
