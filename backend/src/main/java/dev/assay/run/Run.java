package dev.assay.run;

import dev.assay.access.Owner;
import dev.assay.generation.Status;
import dev.assay.provider.Parameters;
import dev.assay.run.check.Check;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run, as it was at one moment.
 *
 * @param lastSequence the number of its last event; 0 while it is not final
 * @param elapsedMs from its start to its end on the monotonic clock; 0 while it is not final
 * @param check what every answer has to pass; null for nothing
 * @param marks what people added to it
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
    @Nullable Parts parts) {

  /** What a run is made of. */
  public record Parts(List<Lane> lanes, List<Result> results) {}

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
        parts);
  }

  Run with(Parts known) {
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
        parts);
  }
}
