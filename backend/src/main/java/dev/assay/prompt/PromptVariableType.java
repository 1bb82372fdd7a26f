package dev.assay.prompt;

/** What kind of value a variable takes. */
public enum PromptVariableType {
  /** A short text. */
  TEXT,
  /** A decimal number. */
  NUMBER,
  /** One of its options. */
  CHOICE,
  /** A text of several lines. */
  LONG_TEXT
}
