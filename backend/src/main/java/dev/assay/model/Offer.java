package dev.assay.model;

import dev.assay.provider.OfferedModel;
import org.jspecify.annotations.Nullable;

/**
 * A model that a server offers. GraphQL reads its fields by name.
 *
 * @param model the caller's model for it; null where it is not registered
 */
record Offer(OfferedModel offered, @Nullable Model model) {
  /** What the server calls it. */
  public String modelName() {
    return offered.modelName();
  }

  /** What people may call it. */
  public String name() {
    return offered.name();
  }

  /** In tokens, where the server says so. */
  public @Nullable Integer contextLength() {
    return offered.contextLength();
  }

  /** Of an answer, where the server says so. */
  public @Nullable Integer maxTokens() {
    return offered.maxTokens();
  }
}
