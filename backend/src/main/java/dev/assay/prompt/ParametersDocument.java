package dev.assay.prompt;

import dev.assay.provider.JsonObject;
import dev.assay.provider.Parameters;
import dev.assay.provider.ReasoningEffort;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters in the shape of {@code ParametersInput}. */
final class ParametersDocument {
  private ParametersDocument() {}

  static @Nullable Map<String, Object> of(Parameters parameters) {
    if (parameters.equals(Parameters.NONE)) {
      return null;
    }
    // As a text: a browser's numbers end before those of 64 bits.
    Long seed = parameters.seed();
    ReasoningEffort effort = parameters.reasoningEffort();
    return PromptExport.object(
        "temperature", parameters.temperature(),
        "maxTokens", parameters.maxTokens(),
        "topP", parameters.topP(),
        "seed", seed == null ? null : seed.toString(),
        "stop", parameters.stop(),
        "topK", parameters.topK(),
        "minP", parameters.minP(),
        "frequencyPenalty", parameters.frequencyPenalty(),
        "presencePenalty", parameters.presencePenalty(),
        "repetitionPenalty", parameters.repetitionPenalty(),
        "reasoningEffort", effort == null ? null : effort.name(),
        "responseFormat", fields(parameters.responseFormat()),
        "extra", fields(parameters.extra()));
  }

  private static @Nullable Object fields(@Nullable JsonObject object) {
    return object == null ? null : object.fields();
  }
}
