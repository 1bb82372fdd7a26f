package dev.assay.run.code;

import dev.assay.provider.ChatProviders;
import dev.assay.provider.ChatRequest;
import dev.assay.provider.JsonObject;
import dev.assay.provider.Protocol;
import dev.assay.provider.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that a program is to send: what Assay itself would send, but for the key.
 *
 * @param base what clients of OpenAI's package are told to ask
 * @param body of maps, lists and plain values
 */
record Asked(Protocol protocol, String base, WireRequest wire, Map<String, @Nullable Object> body) {

  /**
   * A request.
   *
   * @param tools null for none
   */
  static Asked of(ChatRequest request, @Nullable Object tools, ChatProviders providers) {
    Protocol protocol = request.endpoint().protocol();
    WireRequest wire = providers.of(protocol).written(request);
    String text = new String(wire.body(), StandardCharsets.UTF_8);
    Map<String, @Nullable Object> body = new LinkedHashMap<>(new JsonObject(text).fields());
    if (tools != null) {
      body.put("tools", ToolFields.of(protocol, tools));
    }
    return new Asked(protocol, request.endpoint().address().toString(), wire, body);
  }

  /** The environment variable that holds the key. */
  String keyVariable() {
    return switch (protocol) {
      case OPENAI -> "OPENAI_API_KEY";
      case ANTHROPIC -> "ANTHROPIC_API_KEY";
      case GEMINI -> "GEMINI_API_KEY";
    };
  }
}
