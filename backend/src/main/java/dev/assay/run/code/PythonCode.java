package dev.assay.run.code;

import dev.assay.provider.Protocol;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes Python. */
final class PythonCode {
  /** What the package knows by name; the rest goes into {@code extra_body}. */
  private static final Set<String> KNOWN =
      Set.of(
          "model",
          "messages",
          "stream",
          "stream_options",
          "temperature",
          "max_tokens",
          "max_completion_tokens",
          "top_p",
          "seed",
          "stop",
          "frequency_penalty",
          "presence_penalty",
          "reasoning_effort",
          "response_format",
          "tools");

  private static final Literals PYTHON = Literals.PYTHON;

  private PythonCode() {}

  static String of(Asked asked) {
    return asked.protocol() == Protocol.OPENAI ? withPackage(asked) : plain(asked);
  }

  private static String withPackage(Asked asked) {
    StringBuilder arguments = new StringBuilder();
    Map<String, @Nullable Object> extra = new LinkedHashMap<>();
    asked
        .body()
        .forEach((name, value) -> {
          if (KNOWN.contains(name)) {
            arguments.append("    %s=%s,\n".formatted(name, PYTHON.write(value, "    ")));
          } else {
            extra.put(name, value);
          }
        });
    if (!extra.isEmpty()) {
      arguments.append("    extra_body=%s,\n".formatted(PYTHON.write(extra, "    ")));
    }
    return """
    # pip install openai
    import os

    from openai import OpenAI

    client = OpenAI(
        base_url=%s,
        api_key=os.environ.get("%s", "none"),
    )
    stream = client.chat.completions.create(
    %s)
    for chunk in stream:
        if chunk.choices:
            print(chunk.choices[0].delta.content or "", end="", flush=True)
    print()
    """
        .formatted(PYTHON.text(asked.base()), asked.keyVariable(), arguments);
  }

  private static String plain(Asked asked) {
    Map<String, String> headers = new LinkedHashMap<>(asked.wire().headers());
    headers.put("Content-Type", "application/json");
    return """
    import json
    import os
    import urllib.request

    body = %s
    request = urllib.request.Request(
        %s,
        data=json.dumps(body).encode(),
        headers=%s,
    )
    key = os.environ.get("%s")
    if key:
        request.add_header(%s, %s + key)
    with urllib.request.urlopen(request) as response:
        for line in response:
            if line.startswith(b"data:"):
                event = json.loads(line[5:])
    %s
    print()
    """
        .formatted(
            PYTHON.write(asked.body(), ""),
            PYTHON.text(asked.wire().address()),
            PYTHON.write(headers, "    "),
            asked.keyVariable(),
            PYTHON.text(asked.wire().keyHeader()),
            PYTHON.text(asked.wire().keyPrefix()),
            (asked.protocol() == Protocol.ANTHROPIC ? ANTHROPIC : GEMINI).stripTrailing());
  }

  private static final String ANTHROPIC =
      """
                  print(event.get("delta", {}).get("text", ""), end="", flush=True)
      """;

  private static final String GEMINI =
      """
                  for candidate in event.get("candidates", []):
                      for part in candidate.get("content", {}).get("parts", []):
                          print(part.get("text", ""), end="", flush=True)
      """;
}
