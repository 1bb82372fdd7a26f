package dev.assay.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to ask of whom.
 *
 * @param model what the server calls the model
 * @param systemPrompt null for none
 * @param exampleTurns what stands between the system prompt and the message
 */
public record ChatRequest(
    Endpoint endpoint,
    String model,
    @Nullable String systemPrompt,
    List<ExampleTurn> exampleTurns,
    String userMessage,
    Parameters parameters) {

  /** Without example turns. */
  public ChatRequest(
      Endpoint endpoint,
      String model,
      @Nullable String systemPrompt,
      String userMessage,
      Parameters parameters) {
    this(endpoint, model, systemPrompt, List.of(), userMessage, parameters);
  }
}
