package dev.assay.run;

/** Where a variable's value came from. */
public enum VariableSource {
  /** It was given for the lane. */
  LANE,
  /** It was given for the run. */
  RUN,
  /** It is the version's default. */
  DEFAULT
}
