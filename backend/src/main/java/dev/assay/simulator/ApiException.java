package dev.assay.simulator;

import org.jspecify.annotations.Nullable;

/** A request that is refused with vLLM's error body. */
final class ApiException extends RuntimeException {
  private final int status;
  private final String type;
  private final @Nullable String param;

  ApiException(int status, String type, String message, @Nullable String param) {
    super(message, null, false, false);
    this.status = status;
    this.type = type;
    this.param = param;
  }

  static ApiException badRequest(@Nullable String param, String message) {
    return new ApiException(400, "BadRequestError", message, param);
  }

  Reply.Whole reply() {
    return Replies.error(status, type, String.valueOf(getMessage()), param);
  }
}
