package dev.assay.provider;

import org.jspecify.annotations.Nullable;

/**
 * A model that a server says it offers.
 *
 * @param modelName what the server calls it
 * @param name what people may call it; the same where the server knows no other
 * @param contextLength how many tokens prompt and answer may have together; null where not said
 * @param maxTokens how many tokens an answer may have; null where not said
 * @param ownedBy whom the server names as its owner, by which servers can be told apart; empty for
 *     nobody
 */
public record OfferedModel(
    String modelName,
    String name,
    @Nullable Integer contextLength,
    @Nullable Integer maxTokens,
    String ownedBy) {}
