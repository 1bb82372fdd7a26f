package dev.assay.model;

import dev.assay.graphql.Input;
import org.jspecify.annotations.Nullable;

/**
 * Which models a list holds; null where it does not matter.
 *
 * @param text part of the name or of the server's own name, in any case
 */
record ModelFilter(@Nullable String text, @Nullable Boolean isActive, @Nullable ServerId server) {
  private static final int MAX_TEXT = 200;

  /** Reads a {@code ModelFilter}. */
  static ModelFilter read(Input input) {
    var server = input.idOrNull("serverId");
    return new ModelFilter(
        input.textOrNull("text", MAX_TEXT),
        input.get("isActive"),
        server == null ? null : new ServerId(server));
  }
}
