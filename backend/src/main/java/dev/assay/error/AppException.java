package dev.assay.error;

import java.util.Map;

/**
 * An error that its reader can act on. The message is shown to people as it is: it says what
 * happened and what to do, and never holds a class name, a secret or another user's data.
 */
public final class AppException extends RuntimeException {
  private final ErrorCode code;
  private final transient Map<String, Object> details;

  /** An error without details. */
  public AppException(ErrorCode code, String message) {
    this(code, message, Map.of());
  }

  /** An error whose {@code details} stand beside the code in the answer's {@code extensions}. */
  public AppException(ErrorCode code, String message, Map<String, Object> details) {
    super(message);
    this.code = code;
    this.details = Map.copyOf(details);
  }

  /** Wrong input at {@code field}, a path such as {@code input.lanes[1].modelId}. */
  public static AppException badInput(String field, String message) {
    return new AppException(ErrorCode.BAD_USER_INPUT, message, Map.of("field", field));
  }

  /** There is no such {@code thing} ("run", "model"), as far as the caller may know. */
  public static AppException notFound(String thing) {
    return new AppException(ErrorCode.NOT_FOUND, "There is no such " + thing + ".");
  }

  /** What kind of error it is. */
  public ErrorCode code() {
    return code;
  }

  /**
   * What stands beside the code in {@code extensions}, such as {@code field} or {@code
   * retryAfterMs}; may be empty.
   */
  public Map<String, Object> details() {
    return details;
  }
}
