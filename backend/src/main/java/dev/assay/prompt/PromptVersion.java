package dev.assay.prompt;

import dev.assay.graphql.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One state of a prompt, without what it says: that is its {@link PromptBody}. It never changes.
 *
 * @param number counts from 1 within its prompt
 * @param message why it was made; empty where nobody said
 * @param authorId who made it; null where that was not yet kept
 */
public record PromptVersion(
    PromptVersionId id,
    PromptId promptId,
    int number,
    String message,
    @Nullable UserId authorId,
    Instant createdAt) {}
