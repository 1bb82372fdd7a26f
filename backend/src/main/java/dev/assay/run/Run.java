package dev.assay.run;

import dev.assay.access.Owner;
import dev.assay.generation.Status;
import dev.assay.provider.Parameters;
import dev.assay.run.check.Check;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run, as it was at one moment.
 *
 * @param lastSequence the number of its last event; 0 while it is not final
 * @param elapsedMs from its start to its end on the monotonic clock; 0 while it is not final
 * @param check what every answer has to pass; null for nothing
 * @param marks what people added to it
 * @param batch where it stands in a batch; null where it is of none
 * @param parts its lanes and results at the same moment; null where only its row was read
 */
public record Run(
    RunId id,
    long number,
    Owner owner,
    Status status,
    String userMessage,
    SystemPrompt prompt,
    Parameters parameters,
    int iterations,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    int lastSequence,
    double elapsedMs,
    @Nullable Check check,
    RunMarks marks,
    @Nullable BatchPlace batch,
    @Nullable Parts parts) {

  /** What a run is made of. */
  public record Parts(List<Lane> lanes, List<Result> results) {}

  /**
   * Where a run stands in its batch.
   *
   * @param position counts from 0
   */
  public record BatchPlace(UUID id, int position) {}

  /** Counts from 0 within its batch; null where it is of none. */
  public @Nullable Integer batchPosition() {
    return batch == null ? null : Integer.valueOf(batch.position());
  }

  /** The text of its system prompt; null where there is none. */
  public @Nullable String systemPrompt() {
    return prompt.text().isEmpty() ? null : prompt.text();
  }

  /** The values in its system prompt. */
  public List<Variable> variables() {
    return prompt.variables();
  }

  /** When its link was given out; null where only its owner may read it. */
  public @Nullable Instant sharedAt() {
    return marks.sharedAt();
  }

  /** Whether colleagues may read it. */
  public boolean isShared() {
    return marks.sharedAt() != null;
  }

  /** When it was taken out of the lists; null while it stands there. */
  public @Nullable Instant removedAt() {
    return marks.removedAt();
  }

  /** What was noted about it; empty for nothing. */
  public String notes() {
    return marks.notes();
  }

  Run with(RunMarks newMarks) {
    return new Run(
        id,
        number,
        owner,
        status,
        userMessage,
        prompt,
        parameters,
        iterations,
        createdAt,
        startedAt,
        finishedAt,
        lastSequence,
        elapsedMs,
        check,
        newMarks,
        batch,
        parts);
  }

  /** A run that asks the same, and has not begun. */
  Run again(RunId newId) {
    return new Run(
        newId,
        0,
        owner,
        Status.PENDING,
        userMessage,
        prompt,
        parameters,
        iterations,
        Instant.now(),
        null,
        null,
        0,
        0,
        check,
        RunMarks.NONE,
        batch,
        null);
  }

  Run with(@Nullable Parts known) {
    return new Run(
        id,
        number,
        owner,
        status,
        userMessage,
        prompt,
        parameters,
        iterations,
        createdAt,
        startedAt,
        finishedAt,
        lastSequence,
        elapsedMs,
        check,
        marks,
        batch,
        known);
  }

  Run at(Status newStatus, @Nullable Instant begun) {
    return new Run(
        id,
        number,
        owner,
        newStatus,
        userMessage,
        prompt,
        parameters,
        iterations,
        createdAt,
        begun,
        finishedAt,
        lastSequence,
        elapsedMs,
        check,
        marks,
        batch,
        parts);
  }

  Run finished(Status newStatus, Instant begun, Instant end, int sequence, double elapsed) {
    return new Run(
        id,
        number,
        owner,
        newStatus,
        userMessage,
        prompt,
        parameters,
        iterations,
        createdAt,
        begun,
        end,
        sequence,
        elapsed,
        check,
        marks,
        batch,
        parts);
  }
}
