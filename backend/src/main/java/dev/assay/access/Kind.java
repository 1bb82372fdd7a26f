package dev.assay.access;

/** What kinds of things have owners. */
public enum Kind {
  /** A model; its server is its owner's too. */
  MODEL,
  /** A prompt with its versions. */
  PROMPT,
  /** A run with its lanes and results. */
  RUN,
  /** A batch; its runs are runs. */
  BATCH
}
