package dev.assay.provider;

import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a model is asked, in OpenAI's names. What is null is left to the model server.
 *
 * @param temperature 0 to 2
 * @param maxTokens of the answer, reasoning included
 * @param topP above 0 and up to 1
 * @param stop the answer ends before any of these
 */
@Serdeable
public record Parameters(
    @Nullable Double temperature,
    @Nullable Integer maxTokens,
    @Nullable Double topP,
    @Nullable Long seed,
    @Nullable List<String> stop) {

  /** Everything left to the model server. */
  public static final Parameters NONE = new Parameters(null, null, null, null, null);

  /** These parameters, each replaced where {@code own} sets it. */
  public Parameters overlaidBy(Parameters own) {
    return new Parameters(
        own.temperature != null ? own.temperature : temperature,
        own.maxTokens != null ? own.maxTokens : maxTokens,
        own.topP != null ? own.topP : topP,
        own.seed != null ? own.seed : seed,
        own.stop != null ? own.stop : stop);
  }

  /** The names of those that are set, in the schema's order. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    add(names, "temperature", temperature);
    add(names, "maxTokens", maxTokens);
    add(names, "topP", topP);
    add(names, "seed", seed);
    add(names, "stop", stop);
    return names;
  }

  private static void add(List<String> names, String name, @Nullable Object value) {
    if (value != null) {
      names.add(name);
    }
  }
}
