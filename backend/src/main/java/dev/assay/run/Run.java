package dev.assay.run;

import dev.assay.access.Owner;
import dev.assay.generation.Status;
import dev.assay.provider.Parameters;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run, as it was at one moment.
 *
 * @param lastSequence the number of its last event; 0 while it is not final
 * @param elapsedMs from its start to its end on the monotonic clock; 0 while it is not final
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
        parts);
  }
}
