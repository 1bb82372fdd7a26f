package dev.assay.error;

/**
 * What kind of error it is. The set is closed and equals the schema's {@code ErrorCode}; clients
 * branch on it, so a code is never renamed.
 */
public enum ErrorCode {
  /** Nobody is signed in. Trying again helps after signing in. */
  UNAUTHENTICATED,
  /** The caller may not do this. Trying again does not help. */
  FORBIDDEN,
  /**
   * There is no such thing, or it is somebody else's; the two are never told apart. Trying again
   * does not help.
   */
  NOT_FOUND,
  /**
   * The input is wrong, and {@code field} names where. Trying again helps only with other input.
   */
  BAD_USER_INPUT,
  /**
   * The thing changed meanwhile or its name is taken. Trying again helps after loading it again.
   */
  CONFLICT,
  /** Too many requests. Trying again helps after {@code retryAfterMs}. */
  RATE_LIMITED,
  /** The budget is used up. Trying again does not help before it is raised. */
  BUDGET_EXCEEDED,
  /**
   * The document asks for too much, found before anything was executed. Trying again does not help.
   */
  QUERY_TOO_COMPLEX,
  /** A model server cannot be reached, failed with a 5xx, or broke off. Trying again may help. */
  UPSTREAM_UNAVAILABLE,
  /** A model server refused the request with a 4xx. Trying the same again does not help. */
  UPSTREAM_REJECTED,
  /** A model server did not answer, or fell silent, for too long. Trying again may help. */
  UPSTREAM_TIMEOUT,
  /** A model server's safety rules blocked the answer. Trying again helps only with other text. */
  CONTENT_BLOCKED,
  /** This server stopped while it was at work on it. Trying again helps. */
  INTERRUPTED,
  /** A defect of ours; the request id finds it in the log. Trying again may help. */
  INTERNAL
}
