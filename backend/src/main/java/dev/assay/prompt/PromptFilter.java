package dev.assay.prompt;

import dev.assay.access.SearchTerms;
import dev.assay.graphql.Input;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which prompts to list.
 *
 * @param text what they contain, as {@link SearchText} folds it; empty for anything
 * @param tags all of which they have
 * @param isStarred null for both
 */
record PromptFilter(String text, List<String> tags, @Nullable Boolean isStarred) {
  static final PromptFilter NONE = new PromptFilter("", List.of(), null);

  private static final int MAX_TEXT = 200;

  static PromptFilter read(Input input) {
    String text = Objects.requireNonNullElse(input.textOrNull("text", MAX_TEXT), "");
    return new PromptFilter(
        SearchTerms.fold(text.strip()), PromptInputs.tags(input), input.get("isStarred"));
  }

  /** Whether it leaves nothing out. */
  boolean isNone() {
    return equals(NONE);
  }
}
