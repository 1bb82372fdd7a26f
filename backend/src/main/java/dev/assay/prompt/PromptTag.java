package dev.assay.prompt;

/** A tag, and how many prompts of the list have it. */
record PromptTag(String name, int promptCount) {}
