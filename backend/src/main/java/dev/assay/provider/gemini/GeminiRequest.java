package dev.assay.provider.gemini;

import dev.assay.provider.ChatRequest;
import dev.assay.provider.ExampleTurn;
import dev.assay.provider.Parameters;
import dev.assay.provider.ReasoningEffort;
import dev.assay.provider.RequestBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The address and the body of a request. */
final class GeminiRequest {
  static final Set<String> IGNORED = Set.of("minP", "repetitionPenalty");

  /** What is written here, in both spellings that the protocol takes, and what has no place. */
  static final Set<String> FIELDS =
      Set.of(
          "model",
          "messages",
          "stream",
          "contents",
          "systemInstruction",
          "system_instruction",
          "generationConfig",
          "generation_config");

  private GeminiRequest() {}

  /** Models have a kind before their name, mostly {@code models/}, which people leave out. */
  static String address(ChatRequest request) {
    String model = request.model();
    String path = model.contains("/") ? model : "models/" + model;
    String encoded =
        URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
    return request.endpoint().address() + "/" + encoded + ":streamGenerateContent?alt=sse";
  }

  static byte[] write(ChatRequest request) {
    RequestBody body = new RequestBody().putAll(request.parameters().extra());
    String system = request.systemPrompt();
    if (system != null && !system.isEmpty()) {
      body.put("systemInstruction", Map.of("parts", List.of(Map.of("text", system))));
    }
    return body.put("contents", contents(request))
        .put("generationConfig", generationConfig(request.parameters()))
        .bytes();
  }

  private static List<Map<String, Object>> contents(ChatRequest request) {
    List<Map<String, Object>> contents = new ArrayList<>();
    for (ExampleTurn turn : request.exampleTurns()) {
      contents.add(content("user", turn.user()));
      contents.add(content("model", turn.assistant()));
    }
    contents.add(content("user", request.userMessage()));
    return contents;
  }

  private static Map<String, Object> content(String role, String text) {
    return Map.of("role", role, "parts", List.of(Map.of("text", text)));
  }

  private static RequestBody generationConfig(Parameters parameters) {
    RequestBody config =
        new RequestBody()
            .put("temperature", parameters.temperature())
            .put("maxOutputTokens", parameters.maxTokens())
            .put("topP", parameters.topP())
            .put("topK", parameters.topK())
            .put("seed", parameters.seed())
            .put("stopSequences", parameters.stop())
            .put("frequencyPenalty", parameters.frequencyPenalty())
            .put("presencePenalty", parameters.presencePenalty())
            .put("thinkingConfig", thinking(parameters.reasoningEffort()));
    if (parameters.responseFormat() != null) {
      config
          .put("responseMimeType", "application/json")
          .put("responseJsonSchema", parameters.responseFormat().fields());
    }
    return config;
  }

  private static @Nullable Map<String, Object> thinking(@Nullable ReasoningEffort effort) {
    return effort == null
        ? null
        : Map.of(
            "includeThoughts", effort != ReasoningEffort.NONE, "thinkingBudget", budget(effort));
  }

  /** In tokens. Newer models also take levels, but all take these, which Google sets equal. */
  private static int budget(ReasoningEffort effort) {
    return switch (effort) {
      case NONE -> 0;
      case MINIMAL -> 512;
      case LOW -> 1_024;
      case MEDIUM -> 8_192;
      case HIGH -> 24_576;
    };
  }
}
