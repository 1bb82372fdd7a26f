package dev.assay.run.code;

import dev.assay.graphql.Json;
import dev.assay.provider.Protocol;
import java.util.List;
import java.util.Map;

/** Tools, which prompts keep as OpenAI describes them, in the form that a protocol wants. */
final class ToolFields {
  private ToolFields() {}

  static Object of(Protocol protocol, Object tools) {
    List<?> all = tools instanceof List<?> list ? list : List.of();
    return switch (protocol) {
      case OPENAI -> all;
      case ANTHROPIC -> all.stream().map(tool -> function(tool, "input_schema")).toList();
      case GEMINI ->
          List.of(
              Map.of(
                  "functionDeclarations",
                  all.stream().map(tool -> function(tool, "parametersJsonSchema")).toList()));
    };
  }

  /** What is not described as a function of OpenAI's stays as it is. */
  private static Object function(Object tool, String schema) {
    if (tool instanceof Map<?, ?> outer && outer.get("function") instanceof Map<?, ?> function) {
      return Json.object(
          "name",
          function.get("name"),
          "description",
          function.get("description"),
          schema,
          function.get("parameters"));
    }
    return tool;
  }
}
