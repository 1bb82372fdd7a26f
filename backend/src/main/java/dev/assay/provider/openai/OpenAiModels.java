package dev.assay.provider.openai;

import dev.assay.provider.ModelList;
import dev.assay.provider.OfferedModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The items of {@code GET /models}. OpenAI tells a model's id and owner only; others tell its
 * length, each by a name of its own.
 */
final class OpenAiModels {
  private OpenAiModels() {}

  static @Nullable OfferedModel read(Map<?, ?> fields) {
    String id = ModelList.name(fields, "id");
    if (id == null) {
      return null;
    }
    String name = ModelList.name(fields, "name");
    String owner = ModelList.name(fields, "owned_by");
    return new OfferedModel(
        id,
        name == null ? id : name,
        contextLength(fields),
        ModelList.tokens(fields, "max_completion_tokens"),
        owner == null ? "" : owner);
  }

  /** vLLM and SGLang, OpenRouter and Together, Groq, Mistral; llama.cpp. */
  private static @Nullable Integer contextLength(Map<?, ?> fields) {
    Integer told =
        ModelList.tokens(
            fields, "max_model_len", "context_length", "context_window", "max_context_length");
    return told == null && fields.get("meta") instanceof Map<?, ?> meta
        ? ModelList.tokens(meta, "n_ctx_train")
        : told;
  }
}
