package dev.assay.prompt;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template for a system prompt, with the newest of its versions.
 *
 * @param name unique among its owner's prompts that are not removed
 * @param description what it is for; empty where nobody said
 * @param useCount how many runs were started with it
 * @param lastUsedAt when the last of them was; null where there was none
 * @param updatedAt when its name, description, tags or newest version changed last
 * @param removedAt null while it stands in the list
 */
public record Prompt(
    PromptId id,
    String name,
    String description,
    List<String> tags,
    boolean isStarred,
    PromptVersion currentVersion,
    int useCount,
    @Nullable Instant lastUsedAt,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant removedAt) {}
