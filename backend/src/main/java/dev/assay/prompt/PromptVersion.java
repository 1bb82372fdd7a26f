package dev.assay.prompt;

import java.time.Instant;

/**
 * One state of a prompt's text. It never changes.
 *
 * @param number counts from 1 within its prompt
 * @param content 1 to {@value #MAX_CONTENT_BYTES} bytes of UTF-8
 * @param message why it was made; empty where nobody said
 */
public record PromptVersion(
    PromptVersionId id,
    PromptId promptId,
    int number,
    String content,
    String message,
    Instant createdAt) {
  /** How long a text may be, in bytes of UTF-8. */
  public static final int MAX_CONTENT_BYTES = 10_240;
}
