package dev.assay.run.code;

import dev.assay.provider.Protocol;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a module for Node. The package sends fields that it does not know as they are. */
final class JavaScriptCode {
  private static final Literals SCRIPT = Literals.JAVASCRIPT;

  private JavaScriptCode() {}

  static String of(Asked asked) {
    return asked.protocol() == Protocol.OPENAI ? withPackage(asked) : plain(asked);
  }

  private static String withPackage(Asked asked) {
    return """
    // npm install openai; save this as ask.mjs
    import OpenAI from "openai";

    const client = new OpenAI({
      baseURL: %s,
      apiKey: process.env.%s ?? "none",
    });
    const stream = await client.chat.completions.create(%s);
    for await (const chunk of stream) {
      process.stdout.write(chunk.choices[0]?.delta?.content ?? "");
    }
    console.log();
    """
        .formatted(SCRIPT.text(asked.base()), asked.keyVariable(), SCRIPT.write(asked.body(), ""));
  }

  private static String plain(Asked asked) {
    Map<String, String> headers = new LinkedHashMap<>(asked.wire().headers());
    headers.put("Content-Type", "application/json");
    return """
    // Save this as ask.mjs
    const body = %s;
    const headers = %s;
    const key = process.env.%s;
    if (key) headers[%s] = %s + key;
    const response = await fetch(%s, { method: "POST", headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(await response.text());

    const decoder = new TextDecoder();
    let rest = "";
    for await (const bytes of response.body) {
      const lines = (rest + decoder.decode(bytes, { stream: true })).split("\\n");
      rest = lines.pop();
      for (const line of lines.filter((line) => line.startsWith("data:"))) {
        const event = JSON.parse(line.slice(5));
        %s
      }
    }
    console.log();
    """
        .formatted(
            SCRIPT.write(asked.body(), ""),
            SCRIPT.write(headers, ""),
            asked.keyVariable(),
            SCRIPT.text(asked.wire().keyHeader()),
            SCRIPT.text(asked.wire().keyPrefix()),
            SCRIPT.text(asked.wire().address()),
            asked.protocol() == Protocol.ANTHROPIC ? ANTHROPIC : GEMINI);
  }

  private static final String ANTHROPIC = "process.stdout.write(event.delta?.text ?? \"\");";
  private static final String GEMINI =
      "for (const part of event.candidates?.[0]?.content?.parts ?? [])"
          + " process.stdout.write(part.text ?? \"\");";
}
