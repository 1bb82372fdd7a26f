package dev.assay.prompt;

/** In which order prompts are listed. */
public enum PromptOrder {
  /** The most recently changed first. */
  LAST_CHANGED("updated_at"),
  /** The most recently used first, the never used last. */
  LAST_USED("last_used_at"),
  /** The most used first. */
  MOST_USED("use_count");

  private final String column;

  PromptOrder(String column) {
    this.column = column;
  }

  /** The column of the table {@code prompt}. */
  String column() {
    return column;
  }
}
