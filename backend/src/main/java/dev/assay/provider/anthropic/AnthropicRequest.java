package dev.assay.provider.anthropic;

import dev.assay.provider.ChatRequest;
import dev.assay.provider.ExampleTurn;
import dev.assay.provider.Parameters;
import dev.assay.provider.ReasoningEffort;
import dev.assay.provider.RequestBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of a request. */
final class AnthropicRequest {
  /** The protocol wants a number. */
  static final int DEFAULT_MAX_TOKENS = 4_096;

  static final Set<String> IGNORED =
      Set.of("seed", "minP", "frequencyPenalty", "presencePenalty", "repetitionPenalty");

  /** What is always written here. */
  static final Set<String> FIELDS =
      Set.of(
          "model",
          "messages",
          "stream",
          "system",
          "max_tokens",
          "temperature",
          "top_p",
          "top_k",
          "stop_sequences",
          "output_config");

  /** Written for a reasoning effort alone: models before adaptive thinking want another form. */
  static final String THINKING = "thinking";

  private AnthropicRequest() {}

  static byte[] write(ChatRequest request) {
    Parameters parameters = request.parameters();
    Integer maxTokens = parameters.maxTokens();
    String system = request.systemPrompt();
    return new RequestBody()
        .putAll(parameters.extra())
        .put("model", request.model())
        .put("max_tokens", maxTokens == null ? DEFAULT_MAX_TOKENS : maxTokens)
        .put("system", system == null || system.isEmpty() ? null : system)
        .put("messages", messages(request))
        .put("stream", true)
        .put("temperature", parameters.temperature())
        .put("top_p", parameters.topP())
        .put("top_k", parameters.topK())
        .put("stop_sequences", parameters.stop())
        .put(THINKING, thinking(parameters.reasoningEffort()))
        .put("output_config", outputConfig(parameters))
        .bytes();
  }

  private static List<Map<String, String>> messages(ChatRequest request) {
    List<Map<String, String>> messages = new ArrayList<>();
    for (ExampleTurn turn : request.exampleTurns()) {
      messages.add(Map.of("role", "user", "content", turn.user()));
      messages.add(Map.of("role", "assistant", "content", turn.assistant()));
    }
    messages.add(Map.of("role", "user", "content", request.userMessage()));
    return messages;
  }

  private static @Nullable Map<String, String> thinking(@Nullable ReasoningEffort effort) {
    return switch (effort) {
      case null -> null;
      case NONE -> Map.of("type", "disabled");
      // Newer models think in secret unless they are asked for a summary.
      case MINIMAL, LOW, MEDIUM, HIGH -> Map.of("type", "adaptive", "display", "summarized");
    };
  }

  private static RequestBody outputConfig(Parameters parameters) {
    RequestBody config = new RequestBody().put("effort", effort(parameters.reasoningEffort()));
    if (parameters.responseFormat() != null) {
      config.put(
          "format", Map.of("type", "json_schema", "schema", parameters.responseFormat().fields()));
    }
    return config;
  }

  private static @Nullable String effort(@Nullable ReasoningEffort effort) {
    return switch (effort) {
      case null -> null;
      case NONE -> null;
      // The least that there is.
      case MINIMAL -> ReasoningEffort.LOW.word();
      case LOW, MEDIUM, HIGH -> effort.word();
    };
  }
}
