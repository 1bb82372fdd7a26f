package dev.assay.graphql.http;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;

/** A request's body is larger than its sender may send. */
final class BodyTooLarge extends RuntimeException {
  /** What its sender is told. */
  static final AppException ERROR =
      new AppException(
          ErrorCode.BAD_USER_INPUT,
          "The request is too large. Signed in, you may send up to %d MiB, with its length in"
                  .formatted(LargeBodies.MOST_BYTES / 1024 / 1024)
              + " Content-Length; else up to 1 MiB.");
}
