package dev.assay.provider.openai;

import dev.assay.provider.ChatRequest;
import dev.assay.provider.ExampleTurn;
import dev.assay.provider.JsonObject;
import dev.assay.provider.Parameters;
import dev.assay.provider.RequestBody;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of a request. */
final class OpenAiRequest {
  /** What is written here. {@code n} is none of it, but an answer is one. */
  static final Set<String> FIELDS =
      Set.of(
          "model",
          "messages",
          "n",
          "stream",
          "stream_options",
          "temperature",
          "max_tokens",
          "max_completion_tokens",
          "top_p",
          "seed",
          "stop",
          "top_k",
          "min_p",
          "frequency_penalty",
          "presence_penalty",
          "repetition_penalty",
          "reasoning_effort",
          "response_format");

  private OpenAiRequest() {}

  static byte[] write(ChatRequest request) {
    Parameters parameters = request.parameters();
    RequestBody body =
        new RequestBody()
            .putAll(parameters.extra())
            .put("model", request.model())
            .put("messages", messages(request))
            .put("stream", true)
            .put("stream_options", Map.of("include_usage", true))
            .put("temperature", parameters.temperature())
            .put(maxTokens(request.endpoint().address()), parameters.maxTokens())
            .put("top_p", parameters.topP())
            .put("seed", parameters.seed())
            .put("stop", parameters.stop())
            .put("top_k", parameters.topK())
            .put("min_p", parameters.minP())
            .put("frequency_penalty", parameters.frequencyPenalty())
            .put("presence_penalty", parameters.presencePenalty())
            .put("repetition_penalty", parameters.repetitionPenalty())
            .put("response_format", format(parameters.responseFormat()));
    if (parameters.reasoningEffort() != null) {
      body.put("reasoning_effort", parameters.reasoningEffort().word());
    }
    return body.bytes();
  }

  private static List<Map<String, String>> messages(ChatRequest request) {
    List<Map<String, String>> messages = new ArrayList<>();
    String system = request.systemPrompt();
    if (system != null && !system.isEmpty()) {
      messages.add(Map.of("role", "system", "content", system));
    }
    for (ExampleTurn turn : request.exampleTurns()) {
      messages.add(Map.of("role", "user", "content", turn.user()));
      messages.add(Map.of("role", "assistant", "content", turn.assistant()));
    }
    messages.add(Map.of("role", "user", "content", request.userMessage()));
    return messages;
  }

  /** OpenAI's reasoning models refuse the older name, which most other servers know alone. */
  private static String maxTokens(URI address) {
    String host = address.getHost();
    return host != null && (host.equals("api.openai.com") || host.endsWith(".api.openai.com"))
        ? "max_completion_tokens"
        : "max_tokens";
  }

  private static @Nullable Map<String, Object> format(@Nullable JsonObject schema) {
    return schema == null
        ? null
        : Map.of(
            "type",
            "json_schema",
            "json_schema",
            Map.of("name", "answer", "schema", schema.fields()));
  }
}
