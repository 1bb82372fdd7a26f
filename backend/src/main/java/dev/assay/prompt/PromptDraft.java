package dev.assay.prompt;

/** A prompt to be made, with the text of its first version. */
record PromptDraft(String name, String description, String content, String message) {}
