package dev.assay.provider;

/** What a piece of text belongs to. */
public enum TextKind {
  /** The answer. */
  ANSWER,
  /** What a reasoning model thinks before it answers. */
  REASONING
}
