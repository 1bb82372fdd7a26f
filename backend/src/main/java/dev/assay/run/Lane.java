package dev.assay.run;

import dev.assay.model.ModelId;
import dev.assay.provider.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way of asking in a run.
 *
 * @param runId the run that it is of
 * @param position counts from 0 within the run
 * @param modelId null once the model's row is gone
 * @param parameters that it asks with: the run's, overlaid by its own
 * @param own what it sets for itself
 * @param prompt that it asks with
 */
public record Lane(
    RunId runId,
    int position,
    @Nullable ModelId modelId,
    ModelSnapshot modelSnapshot,
    Parameters parameters,
    SystemPrompt prompt,
    Own own) {

  /**
   * What a lane sets for itself.
   *
   * @param prompt null where the run's holds
   */
  public record Own(Parameters parameters, @Nullable SystemPrompt prompt) {}

  /** A lane that sets something for itself in a run that shares the rest. */
  public static Lane of(
      RunId runId,
      int position,
      @Nullable ModelId modelId,
      ModelSnapshot snapshot,
      Own own,
      Parameters shared,
      SystemPrompt sharedPrompt) {
    return new Lane(
        runId,
        position,
        modelId,
        snapshot,
        shared.overlaidBy(own.parameters()),
        own.prompt() == null ? sharedPrompt : own.prompt(),
        own);
  }

  /** The values in its system prompt. */
  public List<Variable> variables() {
    return prompt.variables();
  }

  /** The names of the parameters that it sets for itself. */
  public List<String> ownParameters() {
    return own.parameters().names();
  }

  /** The text of its system prompt; null where there is none. */
  public @Nullable String systemPrompt() {
    return prompt.text().isEmpty() ? null : prompt.text();
  }
}
