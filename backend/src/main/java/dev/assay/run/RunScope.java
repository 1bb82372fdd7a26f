package dev.assay.run;

/** Whose runs are listed. */
public enum RunScope {
  /** The caller's own. */
  MINE,
  /** Everybody's that are shared, the caller's too. */
  SHARED
}
