package dev.assay.provider.anthropic;

import dev.assay.provider.ModelList;
import dev.assay.provider.OfferedModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The items of {@code GET /models}. */
final class AnthropicModels {
  private AnthropicModels() {}

  static @Nullable OfferedModel read(Map<?, ?> fields) {
    String id = ModelList.name(fields, "id");
    if (id == null) {
      return null;
    }
    String name = ModelList.name(fields, "display_name");
    return new OfferedModel(
        id,
        name == null ? id : name,
        ModelList.tokens(fields, "max_input_tokens"),
        ModelList.tokens(fields, "max_tokens"),
        "");
  }
}
