package dev.assay.run.code;

/**
 * Writes a command. The body stands behind it between two words, where a shell reads everything as
 * it is: no line of JSON equals the word, for texts hold no line ends.
 */
final class CurlCode {
  private CurlCode() {}

  static String of(Asked asked) {
    StringBuilder headers = new StringBuilder();
    asked
        .wire()
        .headers()
        .forEach(
            (name, value) -> headers.append("  -H %s \\\n".formatted(quoted(name + ": " + value))));
    return """
    curl --silent --show-error --no-buffer %s \\
      -H 'Content-Type: application/json' \\
    %s  -H "%s: %s$%s" \\
      --data-binary @- <<'JSON'
    %s
    JSON
    """
        .formatted(
            quoted(asked.wire().address()),
            headers,
            asked.wire().keyHeader(),
            asked.wire().keyPrefix(),
            asked.keyVariable(),
            Literals.JSON.write(asked.body(), ""));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
