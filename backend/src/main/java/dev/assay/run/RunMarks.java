package dev.assay.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people add to a run; nothing of it changes what happened.
 *
 * @param winner the answer that was chosen as the best; null for none
 * @param notes empty for none
 * @param sharedAt when its owner let all colleagues read it; null where nobody else may
 * @param removedAt when it was taken out of the lists; null while it stands there
 */
public record RunMarks(
    @Nullable ResultId winner,
    String notes,
    @Nullable Instant sharedAt,
    @Nullable Instant removedAt) {
  /** Nothing was added. */
  public static final RunMarks NONE = new RunMarks(null, "", null, null);

  /** The same of a run that was taken out of the lists then, or, with null, brought back. */
  RunMarks removed(@Nullable Instant at) {
    return new RunMarks(winner, notes, sharedAt, at);
  }

  /** Whether colleagues may read the run: a removed one is its owner's alone. */
  public boolean isReadByAll() {
    return sharedAt != null && removedAt == null;
  }
}
