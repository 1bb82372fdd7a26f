package dev.assay.run;

import dev.assay.error.ErrorCode;

/** Why a result failed, in a message for people. */
public record ResultError(ErrorCode code, String message) {
  /** What is said where the server stopped or died under an answer. */
  public static final String INTERRUPTED =
      "The Assay server stopped while this answer was running. What had arrived is kept; run it"
          + " again.";
}
