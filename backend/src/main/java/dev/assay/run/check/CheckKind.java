package dev.assay.run.check;

/** How an answer is checked. */
public enum CheckKind {
  /** The answer holds a text. */
  CONTAINS,
  /** A regular expression of RE2's syntax matches somewhere in the answer. */
  REGEX,
  /** The answer is JSON, and a JSON schema of draft 2020-12 holds for it. */
  JSON_SCHEMA
}
