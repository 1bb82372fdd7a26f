package dev.assay.run;

import dev.assay.provider.ExampleTurn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The system prompt of a run or a lane.
 *
 * @param text empty for none
 * @param promptVersionId the version whose text it is; null where it was typed
 * @param variables the values in the version's text
 * @param exampleTurns what stands behind it, with the values in it
 */
public record SystemPrompt(
    String text,
    @Nullable UUID promptVersionId,
    List<Variable> variables,
    List<ExampleTurn> exampleTurns) {
  /** Nothing is said to the model before the message. */
  public static final SystemPrompt NONE = typed("");

  /** One that was typed. */
  public static SystemPrompt typed(String text) {
    return new SystemPrompt(text, null, List.of(), List.of());
  }
}
