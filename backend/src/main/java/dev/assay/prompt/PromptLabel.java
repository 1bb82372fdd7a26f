package dev.assay.prompt;

import dev.assay.graphql.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A name that points at one version of a prompt.
 *
 * @param movedBy null where nobody is known, as in what was imported
 */
record PromptLabel(
    PromptId promptId,
    String name,
    PromptVersionId versionId,
    Instant movedAt,
    @Nullable UserId movedBy) {}
