package dev.assay.provider;

/** What a model server speaks. */
public enum Protocol {
  /** OpenAI chat completions. */
  OPENAI("/v1", "an OpenAI-compatible server"),
  /** Anthropic's Messages API. */
  ANTHROPIC("/v1", "a server of Anthropic's Messages API"),
  /** Google's Gemini API. */
  GEMINI("/v1beta", "a server of Google's Gemini API");

  private final String basePath;
  private final String server;

  Protocol(String basePath, String server) {
    this.basePath = basePath;
    this.server = server;
  }

  /** The path below which its servers usually answer, for addresses that were given without one. */
  public String basePath() {
    return basePath;
  }

  /** What one that speaks it is called in messages, with its article. */
  public String server() {
    return server;
  }
}
