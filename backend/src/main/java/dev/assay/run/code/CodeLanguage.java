package dev.assay.run.code;

/** What a program is written in: the schema's {@code CodeLanguage}. */
enum CodeLanguage {
  /** A command for a shell. */
  CURL,
  /** With the package {@code openai} for OpenAI-compatible servers, and with nothing for others. */
  PYTHON,
  /** Likewise. */
  JAVASCRIPT,
  /** With nothing but the JDK. */
  JAVA;

  /** A program that sends a request and prints the answer as it arrives. */
  String write(Asked asked) {
    return switch (this) {
      case CURL -> CurlCode.of(asked);
      case PYTHON -> PythonCode.of(asked);
      case JAVASCRIPT -> JavaScriptCode.of(asked);
      case JAVA -> JavaCode.of(asked);
    };
  }
}
