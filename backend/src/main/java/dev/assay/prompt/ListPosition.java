package dev.assay.prompt;

import dev.assay.database.PageRequest;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a prompt stands in a list.
 *
 * @param value what the list is ordered by: a time or a number
 */
record ListPosition(PromptOrder order, Object value, UUID id) {
  private static final UUID LAST_ID = new UUID(-1, -1);

  /** What a key has in place of the time of what was never used. */
  private static final String NEVER = "never";

  /** Reads a key; the start of the list where there is none. Throws {@code BAD_USER_INPUT}. */
  static ListPosition parse(PromptOrder order, @Nullable String key) {
    if (key == null) {
      return new ListPosition(order, start(order), LAST_ID);
    }
    try {
      String[] parts = key.split(" ", 3);
      if (parts.length == 3 && parts[0].equals(order.name())) {
        return new ListPosition(order, value(order, parts[1]), UUID.fromString(parts[2]));
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      // Falls through to the one answer to all wrong cursors.
    }
    throw PageRequest.badCursor();
  }

  /** The key of a prompt. */
  static String keyOf(PromptOrder order, Prompt prompt) {
    Object value =
        switch (order) {
          case LAST_CHANGED -> prompt.updatedAt();
          case LAST_USED -> prompt.lastUsedAt() == null ? NEVER : prompt.lastUsedAt();
          case MOST_USED -> prompt.useCount();
        };
    return order + " " + value + " " + prompt.id().value();
  }

  /** Binds the value and the id; tells the number of the next parameter. */
  int bind(PreparedStatement statement, int from) throws SQLException {
    statement.setObject(from, value);
    statement.setObject(from + 1, id);
    return from + 2;
  }

  /** Before all prompts; the driver writes the ends of time as infinity. */
  private static Object start(PromptOrder order) {
    return switch (order) {
      case LAST_CHANGED, LAST_USED -> OffsetDateTime.MAX;
      case MOST_USED -> Integer.MAX_VALUE;
    };
  }

  private static Object value(PromptOrder order, String text) {
    return switch (order) {
      case LAST_CHANGED, LAST_USED ->
          text.equals(NEVER) ? OffsetDateTime.MIN : Instant.parse(text).atOffset(ZoneOffset.UTC);
      case MOST_USED -> Integer.valueOf(text);
    };
  }
}
