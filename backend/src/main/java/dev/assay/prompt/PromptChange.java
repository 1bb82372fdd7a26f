package dev.assay.prompt;

import org.jspecify.annotations.Nullable;

/**
 * A change of a prompt. What is null keeps its value.
 *
 * @param baseVersionNumber the version that the change was made on
 * @param message why the text was changed; empty where nobody said
 */
record PromptChange(
    int baseVersionNumber,
    @Nullable String name,
    @Nullable String description,
    @Nullable String content,
    String message) {}
