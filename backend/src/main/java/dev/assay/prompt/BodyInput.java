package dev.assay.prompt;

import dev.assay.graphql.Input;
import dev.assay.provider.ExampleTurn;
import dev.assay.provider.ParametersInput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a version is to say. Whatever is wrong is {@code BAD_USER_INPUT}. */
final class BodyInput {
  private static final int MAX_TURNS = 20;
  private static final int MAX_TURN_BYTES = 10_240;
  private static final int MAX_TURNS_BYTES = 32_768;
  private static final int MAX_TOOLS = 64;
  private static final int MAX_TOOLS_BYTES = 32_768;

  private BodyInput() {}

  static BodyDraft read(Input input) {
    Set<String> given =
        Stream.of("content", "exampleTurns", "variables", "suggestedModelId", "parameters", "tools")
            .filter(input::has)
            .collect(Collectors.toSet());
    return new BodyDraft(
        input.pathOf("content").replaceFirst("content$", ""),
        given,
        given.contains("content") ? content(input) : null,
        turns(input),
        VariableInput.read(input),
        input.idOrNull("suggestedModelId"),
        ParametersInput.read(input.object("parameters")),
        tools(input));
  }

  private static String content(Input input) {
    return filled(input, "content", PromptBody.MAX_CONTENT_BYTES);
  }

  private static List<ExampleTurn> turns(Input input) {
    List<ExampleTurn> turns = new ArrayList<>();
    int bytes = 0;
    for (Input turn : input.objects("exampleTurns")) {
      String user = filled(turn, "user", MAX_TURN_BYTES);
      String assistant = filled(turn, "assistant", MAX_TURN_BYTES);
      turns.add(new ExampleTurn(user, assistant));
      bytes += (user + assistant).getBytes(StandardCharsets.UTF_8).length;
    }
    if (turns.size() > MAX_TURNS) {
      throw input.bad("exampleTurns", "At most " + MAX_TURNS + " example turns are possible.");
    }
    if (bytes > MAX_TURNS_BYTES) {
      throw input.bad(
          "exampleTurns",
          "All turns must be at most %,d bytes of UTF-8 together; they have %,d."
              .formatted(MAX_TURNS_BYTES, bytes));
    }
    return turns;
  }

  private static @Nullable Tools tools(Input input) {
    Object value = input.get("tools");
    if (value == null) {
      return null;
    }
    if (!(value instanceof List<?> list) || !list.stream().allMatch(Map.class::isInstance)) {
      throw input.bad("tools", "This must be a list of JSON objects.");
    }
    if (list.size() > MAX_TOOLS) {
      throw input.bad("tools", "At most " + MAX_TOOLS + " tools are possible.");
    }
    Tools tools = Tools.of(list);
    input.requireStorable("tools", tools.text());
    if (tools.length() > MAX_TOOLS_BYTES) {
      throw input.bad(
          "tools",
          "This must be at most %,d bytes of JSON; it has %,d."
              .formatted(MAX_TOOLS_BYTES, tools.length()));
    }
    return list.isEmpty() ? null : tools;
  }

  private static String filled(Input input, String name, int maxBytes) {
    String text = input.bytesOrNull(name, maxBytes);
    if (text == null || text.isEmpty()) {
      throw input.bad(name, "This must not be empty.");
    }
    return text;
  }

  /** Throws {@code BAD_USER_INPUT} where one of the texts stands in the list a second time. */
  static void requireOnce(Input input, String name, List<String> texts) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < texts.size(); i++) {
      if (!seen.add(texts.get(i))) {
        throw input.bad(
            "%s[%d]".formatted(name, i), "%s stands here twice.".formatted(texts.get(i)));
      }
    }
  }
}
