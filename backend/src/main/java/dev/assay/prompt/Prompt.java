package dev.assay.prompt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A template for a system prompt, with the newest of its versions.
 *
 * @param name unique among its owner's prompts that are not removed
 * @param description what it is for; empty where nobody said
 * @param updatedAt when anything of it changed last
 * @param removedAt null while it stands in the list
 */
public record Prompt(
    PromptId id,
    String name,
    String description,
    PromptVersion currentVersion,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant removedAt) {}
