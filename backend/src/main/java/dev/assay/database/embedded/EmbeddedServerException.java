package dev.assay.database.embedded;

import org.jspecify.annotations.Nullable;

/** The embedded server cannot be had. The message is one sentence that says what to do. */
public final class EmbeddedServerException extends RuntimeException {
  EmbeddedServerException(String message) {
    this(message, null);
  }

  EmbeddedServerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
