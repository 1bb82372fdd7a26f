package dev.assay.provider;

import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a model is asked, in the names of OpenAI and vLLM. What is null is left to the model server.
 *
 * @param temperature 0 to 2
 * @param maxTokens of the answer, reasoning included
 * @param topP above 0 and up to 1
 * @param stop the answer ends before any of these
 * @param topK it chooses among so many of the likeliest tokens
 * @param minP tokens below this share of the likeliest one's probability are left out, 0 to 1
 * @param frequencyPenalty -2 to 2, growing with each time that a token occurred in the answer
 * @param presencePenalty -2 to 2, for tokens that occurred in the answer at all
 * @param repetitionPenalty above 0 and up to 2; above 1 for fewer repetitions, prompt included
 * @param responseFormat the JSON schema that the answer keeps to
 * @param extra fields of the request that only this server knows
 */
@Serdeable
public record Parameters(
    @Nullable Double temperature,
    @Nullable Integer maxTokens,
    @Nullable Double topP,
    @Nullable Long seed,
    @Nullable List<String> stop,
    @Nullable Integer topK,
    @Nullable Double minP,
    @Nullable Double frequencyPenalty,
    @Nullable Double presencePenalty,
    @Nullable Double repetitionPenalty,
    @Nullable ReasoningEffort reasoningEffort,
    @Nullable JsonObject responseFormat,
    @Nullable JsonObject extra) {

  /** Everything left to the model server. */
  public static final Parameters NONE =
      new Parameters(null, null, null, null, null, null, null, null, null, null, null, null, null);

  /** These parameters, each replaced where {@code own} sets it. */
  public Parameters overlaidBy(Parameters own) {
    return new Parameters(
        either(own.temperature, temperature),
        either(own.maxTokens, maxTokens),
        either(own.topP, topP),
        either(own.seed, seed),
        either(own.stop, stop),
        either(own.topK, topK),
        either(own.minP, minP),
        either(own.frequencyPenalty, frequencyPenalty),
        either(own.presencePenalty, presencePenalty),
        either(own.repetitionPenalty, repetitionPenalty),
        either(own.reasoningEffort, reasoningEffort),
        either(own.responseFormat, responseFormat),
        either(own.extra, extra));
  }

  /** The names of those that are set, in the schema's order. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    add(names, "temperature", temperature);
    add(names, "maxTokens", maxTokens);
    add(names, "topP", topP);
    add(names, "seed", seed);
    add(names, "stop", stop);
    add(names, "topK", topK);
    add(names, "minP", minP);
    add(names, "frequencyPenalty", frequencyPenalty);
    add(names, "presencePenalty", presencePenalty);
    add(names, "repetitionPenalty", repetitionPenalty);
    add(names, "reasoningEffort", reasoningEffort);
    add(names, "responseFormat", responseFormat);
    add(names, "extra", extra);
    return names;
  }

  private static <T> @Nullable T either(@Nullable T own, @Nullable T shared) {
    return own != null ? own : shared;
  }

  private static void add(List<String> names, String name, @Nullable Object value) {
    if (value != null) {
      names.add(name);
    }
  }
}
