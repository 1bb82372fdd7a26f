package dev.assay.prompt;

import java.util.UUID;

/** A prompt's id. */
public record PromptId(UUID value) {}
