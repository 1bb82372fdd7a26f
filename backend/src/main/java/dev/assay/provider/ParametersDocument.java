package dev.assay.provider;

import dev.assay.graphql.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters in the shape of {@code ParametersInput}. */
public final class ParametersDocument {
  private ParametersDocument() {}

  /** Those that are set, by name; null where none is. */
  public static @Nullable Map<String, Object> of(Parameters parameters) {
    if (parameters.equals(Parameters.NONE)) {
      return null;
    }
    // As a text: a browser's numbers end before those of 64 bits.
    Long seed = parameters.seed();
    ReasoningEffort effort = parameters.reasoningEffort();
    return Json.object(
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
