package dev.assay.provider;

import org.jspecify.annotations.Nullable;

/**
 * How a stream ended that ended as it should.
 *
 * @param finishReason the server's word; null where it gave none
 */
public record ChatEnd(@Nullable String finishReason, @Nullable TokenUsage usage) {}
