package dev.assay.provider;

/** What a model server speaks. */
public enum Protocol {
  /** OpenAI chat completions. */
  OPENAI
}
