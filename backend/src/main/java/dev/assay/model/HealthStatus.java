package dev.assay.model;

/** Whether a model server is there. */
public enum HealthStatus {
  /** Not checked yet. */
  UNKNOWN,
  /** It answered. */
  UP,
  /** It did not answer, or not in a way that could serve a run. */
  DOWN
}
