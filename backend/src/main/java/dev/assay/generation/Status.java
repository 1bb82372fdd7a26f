package dev.assay.generation;

/** Where an answer, or a run of them, stands. */
public enum Status {
  /** Stored, and waiting for a free place. */
  PENDING,
  /** Asked, or answering. */
  RUNNING,
  /** Ended as it should. */
  COMPLETED,
  /** Ended by an error. */
  FAILED,
  /** Ended by somebody. */
  CANCELLED;

  /** Whether nothing follows. */
  public boolean isFinal() {
    return switch (this) {
      case PENDING, RUNNING -> false;
      case COMPLETED, FAILED, CANCELLED -> true;
    };
  }
}
