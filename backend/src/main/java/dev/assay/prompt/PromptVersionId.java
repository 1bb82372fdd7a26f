package dev.assay.prompt;

import java.util.UUID;

/** The id of one version of a prompt. */
public record PromptVersionId(UUID value) {}
