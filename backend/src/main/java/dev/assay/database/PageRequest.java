package dev.assay.database;

import dev.assay.error.AppException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param first how many nodes at most, 1 to 100
 * @param after the sort key behind which the page begins, as the list's own query wrote it; null
 *     for the first page
 */
public record PageRequest(int first, @Nullable String after) {
  private static final int MAX_FIRST = 100;
  private static final int DEFAULT_FIRST = 20;

  /**
   * Reads a field's {@code first}, {@value #DEFAULT_FIRST} where null, and {@code after}. Throws
   * {@code BAD_USER_INPUT} naming the one that is wrong.
   */
  public static PageRequest of(@Nullable Integer asked, @Nullable String cursor) {
    int first = asked == null ? DEFAULT_FIRST : asked;
    if (first < 1 || first > MAX_FIRST) {
      throw AppException.badInput("first", "A page has 1 to " + MAX_FIRST + " entries.");
    }
    return new PageRequest(first, cursor == null ? null : decode(cursor));
  }

  /**
   * The id behind which the page begins, in lists whose cursors are ids; null for the first page.
   */
  public @Nullable UUID afterId() {
    try {
      return after == null ? null : UUID.fromString(after);
    } catch (IllegalArgumentException e) {
      throw badCursor();
    }
  }

  /** The number behind which the page begins, in lists that count from 0; -1 for the first page. */
  public int afterNumber() {
    try {
      return after == null ? -1 : Integer.parseInt(after);
    } catch (NumberFormatException e) {
      throw badCursor();
    }
  }

  /** How many rows to read so that one knows whether more follows. */
  public int limit() {
    return first + 1;
  }

  static String encode(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  /** An error about a cursor that decodes, but not to this list's sort key. */
  public static AppException badCursor() {
    return AppException.badInput("after", "This is not a cursor of this list.");
  }

  private static String decode(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw badCursor();
    }
  }
}
