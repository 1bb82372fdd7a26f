package dev.assay.provider;

import org.jspecify.annotations.Nullable;

/**
 * How many tokens a request took, by the server's count. Null where it did not say.
 *
 * @param completionTokens of the answer, reasoning included
 * @param reasoningTokens of the reasoning alone
 */
public record TokenUsage(
    @Nullable Integer promptTokens,
    @Nullable Integer completionTokens,
    @Nullable Integer reasoningTokens) {}
