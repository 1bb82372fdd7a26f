package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.graphql.Outcome;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong input of a version, a label, a filter: a code, the field's name, and nothing stored. */
class PromptBodyInputsTest {
  private static PromptClient client;

  @BeforeAll
  static void start() {
    client = new PromptClient();
  }

  @AfterAll
  static void stop() {
    client.close();
  }

  @BeforeEach
  void becomeSomebodyElse() {
    client.becomeSomebodyElse();
  }

  static Stream<Arguments> wrong() {
    Map<String, Object> turn = Map.of("user", "u", "assistant", "a");
    return Stream.of(
        Arguments.of("tags[0]", "tags", List.of(" ")),
        Arguments.of("tags[1]", "tags", List.of("a", "t".repeat(51))),
        Arguments.of("tags[1]", "tags", List.of("a", " a ")),
        Arguments.of("tags[0]", "tags", List.of("a\0")),
        Arguments.of("tags", "tags", IntStream.range(0, 21).mapToObj(i -> "t" + i).toList()),
        Arguments.of("exampleTurns", "exampleTurns", Collections.nCopies(21, turn)),
        Arguments.of(
            "exampleTurns[0].user", "exampleTurns", List.of(Map.of("user", "", "assistant", "a"))),
        Arguments.of(
            "exampleTurns[0].assistant",
            "exampleTurns",
            List.of(Map.of("user", "u", "assistant", "가".repeat(3_414)))),
        Arguments.of(
            "exampleTurns",
            "exampleTurns",
            Collections.nCopies(4, Map.of("user", "u".repeat(8_192), "assistant", "a"))),
        variable("name", Map.of("name", "other")),
        variable("name", Map.of("name", "")),
        variable("name", Map.of("name", "a b")),
        variable("name", Map.of("name", "n".repeat(65))),
        variable("options", Map.of("name", "x", "options", List.of("a"))),
        variable("options", Map.of("name", "x", "type", "CHOICE")),
        variable("options", Map.of("name", "x", "type", "CHOICE", "options", List.of())),
        variable("options[1]", choice(List.of("a", "a"), "a")),
        variable("options[0]", choice(List.of(""), "a")),
        variable("options[0]", choice(List.of("o".repeat(201)), "a")),
        variable("options", choice(IntStream.range(0, 51).mapToObj(i -> "o" + i).toList(), "o1")),
        variable("defaultValue", choice(List.of("a", "b"), "c")),
        variable("defaultValue", Map.of("name", "x", "type", "NUMBER", "defaultValue", "one")),
        variable("defaultValue", Map.of("name", "x", "type", "NUMBER", "defaultValue", "")),
        variable("defaultValue", Map.of("name", "x", "defaultValue", "d".repeat(10_241))),
        variable("type", Map.of("name", "x", "type", "DATE")),
        variable("description", Map.of("name", "x", "description", "d".repeat(501))),
        Arguments.of(
            "variables[1].name", "variables", List.of(Map.of("name", "x"), Map.of("name", "x"))),
        Arguments.of("suggestedModelId", "suggestedModelId", "nonsense"),
        Arguments.of(
            "suggestedModelId", "suggestedModelId", "01900000-0000-7000-8000-00000000dead"),
        Arguments.of("parameters.temperature", "parameters", Map.of("temperature", 3)),
        Arguments.of("parameters.responseFormat", "parameters", Map.of("responseFormat", 1)),
        Arguments.of("tools", "tools", Map.of("a", 1)),
        Arguments.of("tools", "tools", List.of("a")),
        Arguments.of("tools", "tools", Collections.nCopies(65, Map.of("a", 1))),
        Arguments.of("tools", "tools", List.of(Map.of("a", "x".repeat(32_768)))));
  }

  private static Arguments variable(String field, Map<String, Object> variable) {
    return Arguments.of("variables[0]." + field, "variables", List.of(variable));
  }

  private static Map<String, Object> choice(List<String> options, String usual) {
    return Map.of("name", "x", "type", "CHOICE", "options", options, "defaultValue", usual);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void wrongInputNamesItsField(String field, String name, Object value) {
    Map<String, Object> input = new HashMap<>(Map.of("name", "new", "content", "About {{x}}"));
    input.put(name, value);
    assertBad(client.create(input), "input." + field);

    String id = client.create("kept", "About {{x}}");
    assertBad(client.update(id, 1, Map.of(name, value)), "input." + field);

    Outcome all = client.ask("{ prompts { totalCount nodes { name } } }", Map.of());
    assertThat(all.at("data", "prompts", "nodes")).isEqualTo(List.of(Map.of("name", "kept")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "filter: {text: \"LONG\"} | filter.text",
        "filter: {tags: [\"\"]} | filter.tags[0]",
        "filter: {tags: [\"a\", \"a\"]} | filter.tags[1]",
        "orderBy: LAST_USED, after: \"TEFTVF9DSEFOR0VEIDEgMQ\" | after",
      })
  void aWrongFilterNamesItsField(String arguments, String field) {
    String document =
        "{ prompts(" + arguments.replace("LONG", "x".repeat(201)) + ") { totalCount } }";

    assertBad(client.ask(document, Map.of()), field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "setPromptLabel(promptId: \"ID\", label: \"\", versionNumber: 1) { id } | label",
        "setPromptLabel(promptId: \"ID\", label: \"a b\", versionNumber: 1) { id } | label",
        "setPromptLabel(promptId: \"ID\", label: \"-a\", versionNumber: 1) { id } | label",
        "setPromptLabel(promptId: \"ID\", label: \"LONG\", versionNumber: 1) { id } | label",
        "setPromptLabel(promptId: \"ID\", label: \"a\", versionNumber: 2) { id } | versionNumber",
        "setPromptLabel(promptId: \"1\", label: \"a\", versionNumber: 1) { id } | promptId",
        "removePromptLabel(promptId: \"ID\", label: \"\") { id } | label",
        "duplicatePrompt(id: \"1\") { id } | id",
        "starPrompt(id: \"1\") { id } | id",
      })
  void aWrongLabelNamesItsField(String mutation, String field) {
    String id = client.create("a", "one");
    String document =
        "mutation { " + mutation.replace("ID", id).replace("LONG", "l".repeat(51)) + " }";

    assertBad(client.ask(document, Map.of()), field);
  }

  @Test
  void aWrongPageOfVersionsNamesItsField() {
    String id = client.create("a", "one");
    for (String first : List.of("0", "101")) {
      Outcome outcome =
          client.ask(
              "query($id: ID!) { prompt(id: $id) { versions(first: %s) { number } } }"
                  .formatted(first),
              Map.of("id", id));
      assertBad(outcome, "first");
    }
  }

  private static void assertBad(Outcome outcome, String field) {
    assertThat(outcome.code()).as("%s", outcome).isEqualTo("BAD_USER_INPUT");
    assertThat(outcome.field()).isEqualTo(field);
  }
}
