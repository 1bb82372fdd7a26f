package dev.assay.run;

import dev.assay.generation.Status;
import dev.assay.run.Run.Parts;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Takes up runs that ended elsewhere. They are stored as they are, and never run. */
@Singleton
public class EndedRuns {
  /** What a run holds at most. */
  public static final int MAX_RESULTS = StartRunInput.MAX_RESULTS;

  /** How long its message may be, as UTF-8. */
  public static final int MAX_MESSAGE_BYTES = StartRunInput.MAX_BYTES;

  /** How long a system prompt may be with its values in it, as UTF-8. */
  public static final int MAX_PROMPT_BYTES = PromptFilling.MAX_BYTES;

  /** How long its notes may be, as UTF-8. */
  public static final int MAX_NOTES_BYTES = RunMarking.MAX_NOTES_BYTES;

  private final RunStore store;
  private final Lease lease;

  EndedRuns(RunStore store, Lease lease) {
    this.store = store;
    this.lease = lease;
  }

  /** Stores a whole run whose every part has ended; it gets a number of its own. */
  @Transactional
  public void add(Run run) {
    Parts parts = Objects.requireNonNull(run.parts());
    if (!run.status().isFinal() || parts.results().stream().anyMatch(EndedRuns::isOpen)) {
      throw new IllegalArgumentException("A run that has not ended cannot be taken up.");
    }
    store.insertEnded(run, parts.lanes(), parts.results(), lease.instance());
  }

  private static boolean isOpen(Result result) {
    Status status = result.status();
    return !status.isFinal();
  }
}
