package dev.assay.run;

import dev.assay.model.ModelId;
import dev.assay.provider.Parameters;
import dev.assay.run.check.Check;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to ask, and whom, with every bound of the input checked; whether models and prompt versions
 * exist is not.
 *
 * @param check what every answer has to pass; null for nothing
 * @param idempotencyKey null where every call means another run
 */
public record StartRun(
    List<LaneDraft> lanes,
    String userMessage,
    PromptChoice prompt,
    List<GivenValue> variables,
    Parameters parameters,
    int iterations,
    @Nullable Check check,
    @Nullable String idempotencyKey) {

  /** The same with another message, and values that take the place of the run's. */
  StartRun of(String message, List<GivenValue> values) {
    Set<String> names = values.stream().map(GivenValue::name).collect(Collectors.toSet());
    List<GivenValue> all =
        Stream.concat(
                values.stream(), variables.stream().filter(value -> !names.contains(value.name())))
            .toList();
    return new StartRun(lanes, message, prompt, all, parameters, iterations, check, idempotencyKey);
  }

  /**
   * A lane to be.
   *
   * @param field where the input names its model, for errors
   * @param prompt null where the run's holds
   * @param variables that take the place of the run's
   */
  record LaneDraft(
      String field,
      ModelId modelId,
      Parameters parameters,
      @Nullable PromptChoice prompt,
      List<GivenValue> variables) {
    /** Where the input holds the lane, such as {@code input.lanes[1].}, for errors. */
    String path() {
      return field.substring(0, field.lastIndexOf('.') + 1);
    }
  }

  /** Where a system prompt comes from. */
  sealed interface PromptChoice {
    /** It is what another run asked with. */
    record Kept(SystemPrompt prompt) implements PromptChoice {}

    /** It was typed; empty for none. */
    record Typed(String text) implements PromptChoice {}

    /**
     * It is a version's text.
     *
     * @param field where the input names the version, for errors
     */
    record Version(String field, UUID id) implements PromptChoice {}
  }
}
