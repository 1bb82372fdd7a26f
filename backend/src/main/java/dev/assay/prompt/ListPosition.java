package dev.assay.prompt;

import dev.assay.database.PageRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a prompt stands in the list: the most recently changed first. */
record ListPosition(OffsetDateTime updatedAt, UUID id) {
  /** Before all prompts; the driver writes this time as infinity. */
  private static final ListPosition START = new ListPosition(OffsetDateTime.MAX, new UUID(-1, -1));

  /** Reads a key; the start of the list where there is none. Throws {@code BAD_USER_INPUT}. */
  static ListPosition parse(@Nullable String key) {
    if (key == null) {
      return START;
    }
    try {
      String[] parts = key.split(" ", 2);
      if (parts.length == 2) {
        return new ListPosition(
            Instant.parse(parts[0]).atOffset(ZoneOffset.UTC), UUID.fromString(parts[1]));
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      // Falls through to the one answer to all wrong cursors.
    }
    throw PageRequest.badCursor();
  }

  /** The key of a prompt. */
  static String keyOf(Prompt prompt) {
    return prompt.updatedAt() + " " + prompt.id().value();
  }
}
