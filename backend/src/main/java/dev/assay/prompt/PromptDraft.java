package dev.assay.prompt;

import java.util.List;

/** A prompt to be made, with what its first version says. */
record PromptDraft(
    String name, String description, List<String> tags, BodyDraft body, String message) {}
