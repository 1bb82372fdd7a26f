package dev.assay.prompt;

import dev.assay.graphql.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a label once.
 *
 * @param from null where it was new
 * @param to null where it was taken off
 * @param movedBy null where nobody is known, as in what was imported
 */
record PromptLabelMove(
    UUID id,
    String label,
    @Nullable PromptVersionId from,
    @Nullable PromptVersionId to,
    Instant movedAt,
    @Nullable UserId movedBy) {}
