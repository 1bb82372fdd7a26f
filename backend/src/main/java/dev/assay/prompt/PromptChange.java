package dev.assay.prompt;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change of a prompt. What is null keeps its value.
 *
 * @param baseVersionNumber the version that the change was made on
 * @param message why the version was made; empty where nobody said
 */
record PromptChange(
    int baseVersionNumber,
    @Nullable String name,
    @Nullable String description,
    @Nullable List<String> tags,
    BodyDraft body,
    String message) {

  /** What the prompt is afterwards, but for its newest version. */
  Prompt of(Prompt before) {
    return new Prompt(
        before.id(),
        Objects.requireNonNullElse(name, before.name()),
        Objects.requireNonNullElse(description, before.description()),
        Objects.requireNonNullElse(tags, before.tags()),
        before.isStarred(),
        before.currentVersion(),
        before.useCount(),
        before.lastUsedAt(),
        before.createdAt(),
        before.updatedAt(),
        before.removedAt());
  }
}
