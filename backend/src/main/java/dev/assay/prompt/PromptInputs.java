package dev.assay.prompt;

import dev.assay.graphql.Input;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what people write of a prompt. Whatever is wrong is {@code BAD_USER_INPUT}. */
final class PromptInputs {
  static final int MAX_NAME = 200;

  private static final int MAX_DESCRIPTION = 2_000;
  private static final int MAX_MESSAGE = 500;

  private PromptInputs() {}

  static PromptDraft draft(Input input) {
    return new PromptDraft(name(input), description(input), content(input), message(input));
  }

  static PromptChange change(Input input) {
    return new PromptChange(
        Objects.requireNonNull(input.<Integer>get("baseVersionNumber")),
        input.has("name") ? name(input) : null,
        input.has("description") ? description(input) : null,
        input.has("content") ? content(input) : null,
        message(input));
  }

  private static String name(Input input) {
    return input.text("name", MAX_NAME).strip();
  }

  private static String description(Input input) {
    return orEmpty(input.textOrNull("description", MAX_DESCRIPTION));
  }

  private static String message(Input input) {
    return orEmpty(input.textOrNull("message", MAX_MESSAGE));
  }

  private static String content(Input input) {
    String content = input.bytesOrNull("content", PromptVersion.MAX_CONTENT_BYTES);
    if (content == null || content.isEmpty()) {
      throw input.bad("content", "This must not be empty.");
    }
    return content;
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
