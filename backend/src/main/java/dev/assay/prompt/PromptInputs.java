package dev.assay.prompt;

import dev.assay.graphql.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what people write of a prompt. Whatever is wrong is {@code BAD_USER_INPUT}. */
final class PromptInputs {
  static final int MAX_NAME = 200;

  private static final int MAX_DESCRIPTION = 2_000;
  private static final int MAX_MESSAGE = 500;
  private static final int MAX_TAGS = 20;
  private static final int MAX_TAG = 50;
  private static final Pattern LABEL =
      Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}._-]{0,49}");

  private PromptInputs() {}

  static PromptDraft draft(Input input) {
    return new PromptDraft(
        name(input), description(input), tags(input), BodyInput.read(input), message(input));
  }

  static PromptChange change(Input input) {
    return new PromptChange(
        Objects.requireNonNull(input.<Integer>get("baseVersionNumber")),
        input.has("name") ? name(input) : null,
        input.has("description") ? description(input) : null,
        input.has("tags") ? tags(input) : null,
        BodyInput.read(input),
        message(input));
  }

  static String name(Input input) {
    return input.text("name", MAX_NAME).strip();
  }

  static String description(Input input) {
    return orEmpty(input.textOrNull("description", MAX_DESCRIPTION));
  }

  static String message(Input input) {
    return orEmpty(input.textOrNull("message", MAX_MESSAGE));
  }

  /** The tags without white space around them; none where absent. */
  static List<String> tags(Input input) {
    List<String> given = input.get("tags");
    List<String> tags = new ArrayList<>();
    for (int i = 0; given != null && i < given.size(); i++) {
      String field = "tags[" + i + "]";
      String tag = given.get(i).strip();
      input.requireStorable(field, tag);
      if (Input.isBlank(tag) || tag.length() > MAX_TAG) {
        throw input.bad(field, "A tag has 1 to " + MAX_TAG + " characters.");
      }
      tags.add(tag);
    }
    if (tags.size() > MAX_TAGS) {
      throw input.bad("tags", "At most " + MAX_TAGS + " tags are possible.");
    }
    BodyInput.requireOnce(input, "tags", tags);
    return tags;
  }

  /** The name of a label. */
  static String label(Input input, String field) {
    String label = Objects.requireNonNull(input.<String>get(field));
    if (!LABEL.matcher(label).matches()) {
      throw input.bad(
          field,
          "A label has 1 to 50 letters, digits, points, underscores and hyphens; the first is a"
              + " letter or a digit.");
    }
    return label;
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
