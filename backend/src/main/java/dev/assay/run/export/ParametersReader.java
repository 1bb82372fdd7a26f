package dev.assay.run.export;

import dev.assay.graphql.Input;
import dev.assay.graphql.Json;
import dev.assay.provider.Parameters;
import dev.assay.provider.ParametersInput;
import dev.assay.provider.ReasoningEffort;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads parameters of a document as strictly as GraphQL reads {@code ParametersInput}. */
final class ParametersReader {
  private static final Set<String> NAMES =
      Set.of(
          "temperature",
          "maxTokens",
          "topP",
          "seed",
          "stop",
          "topK",
          "minP",
          "frequencyPenalty",
          "presencePenalty",
          "repetitionPenalty",
          "reasoningEffort",
          "responseFormat",
          "extra");

  private ParametersReader() {}

  static Parameters read(Node parent) {
    Node node = parent.objectOrNull("parameters", NAMES);
    return node == null
        ? Parameters.NONE
        : ParametersInput.read(
            Input.of(
                Json.object(
                    "temperature", node.numberOrNull("temperature"),
                    "maxTokens", integer(node, "maxTokens"),
                    "topP", node.numberOrNull("topP"),
                    "seed", node.longOrNull("seed"),
                    "stop", stop(node),
                    "topK", integer(node, "topK"),
                    "minP", node.numberOrNull("minP"),
                    "frequencyPenalty", node.numberOrNull("frequencyPenalty"),
                    "presencePenalty", node.numberOrNull("presencePenalty"),
                    "repetitionPenalty", node.numberOrNull("repetitionPenalty"),
                    "reasoningEffort", effort(node),
                    "responseFormat", node.get("responseFormat"),
                    "extra", node.get("extra")),
                parent.pathOf("parameters")));
  }

  /** Its bounds are checked with the rest. */
  private static @Nullable Integer integer(Node node, String name) {
    return node.integerOrNull(name, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static List<?> stop(Node node) {
    List<?> stops = node.list("stop");
    for (int i = 0; i < stops.size(); i++) {
      if (!(stops.get(i) instanceof String)) {
        throw node.bad("stop[" + i + "]", "This must be a string.");
      }
    }
    return stops;
  }

  private static @Nullable String effort(Node node) {
    return node.has("reasoningEffort")
        ? node.oneOf("reasoningEffort", ReasoningEffort.values()).name()
        : null;
  }
}
