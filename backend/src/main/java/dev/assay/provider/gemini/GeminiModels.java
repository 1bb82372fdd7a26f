package dev.assay.provider.gemini;

import dev.assay.provider.ModelList;
import dev.assay.provider.OfferedModel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The items of {@code GET /models}; those that generate no text are left out. */
final class GeminiModels {
  private static final String PREFIX = "models/";

  private GeminiModels() {}

  static @Nullable OfferedModel read(Map<?, ?> fields) {
    String resource = ModelList.name(fields, "name");
    if (resource == null || !generates(fields)) {
      return null;
    }
    String id = resource.startsWith(PREFIX) ? resource.substring(PREFIX.length()) : resource;
    String name = ModelList.name(fields, "displayName");
    return new OfferedModel(
        id,
        name == null ? id : name,
        ModelList.tokens(fields, "inputTokenLimit"),
        ModelList.tokens(fields, "outputTokenLimit"),
        "");
  }

  private static boolean generates(Map<?, ?> fields) {
    return !(fields.get("supportedGenerationMethods") instanceof List<?> methods)
        || methods.contains("generateContent");
  }
}
