package dev.assay.provider;

import org.jspecify.annotations.Nullable;

/**
 * What to ask of whom.
 *
 * @param model what the server calls the model
 * @param systemPrompt null for none
 */
public record ChatRequest(
    Endpoint endpoint,
    String model,
    @Nullable String systemPrompt,
    String userMessage,
    Parameters parameters) {}
