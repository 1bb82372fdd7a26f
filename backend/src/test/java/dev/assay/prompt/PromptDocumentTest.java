package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.graphql.Outcome;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Prompts that leave as a document and come back. */
class PromptDocumentTest {
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

  @Test
  void whatIsImportedIsExportedAgainAsItWas() {
    String id = full("다 있는 것");
    String plain = client.create("plain", "text");
    Object document = export(id, plain);
    client.becomeSomebodyElse();

    Outcome imported = importing(document, "RENAME");

    assertThat(imported.at("errors")).isNull();
    assertThat(imported.at("data", "importPrompts", "takenNames")).isEqualTo(List.of());
    Object first = imported.at("data", "importPrompts", "prompts", 0, "id");
    Object second = imported.at("data", "importPrompts", "prompts", 1, "id");
    assertThat(export(String.valueOf(first), String.valueOf(second))).isEqualTo(document);
  }

  @Test
  void aTakenNameIsNumberedOrLeftOut() {
    String id = full("name");
    Object document = export(id);

    Outcome renamed = importing(document, "RENAME");
    Outcome again = importing(document, "RENAME");
    Outcome skipped = importing(document, "SKIP");

    assertThat(renamed.at("data", "importPrompts", "prompts", 0, "name")).isEqualTo("name (2)");
    assertThat(again.at("data", "importPrompts", "prompts", 0, "name")).isEqualTo("name (3)");
    assertThat(skipped.at("data", "importPrompts", "prompts")).isEqualTo(List.of());
    assertThat(skipped.at("data", "importPrompts", "takenNames")).isEqualTo(List.of("name"));
  }

  static Stream<Arguments> wrong() {
    Map<String, Object> one = Map.of("number", 1, "content", "{{x}}");
    return Stream.of(
        wrongPrompt("name", Map.of("name", "")),
        wrongPrompt("tags[0]", Map.of("tags", List.of(""))),
        wrongPrompt("versions", Map.of("versions", List.of())),
        wrongPrompt("versions[0].number", Map.of("versions", List.of(changed(one, "number", 2)))),
        wrongPrompt("versions[1].number", Map.of("versions", List.of(one, one))),
        wrongPrompt(
            "versions[0].content", Map.of("versions", List.of(changed(one, "content", "")))),
        wrongPrompt(
            "versions[0].variables[0].name",
            Map.of(
                "versions", List.of(changed(one, "variables", List.of(Map.of("name", "gone")))))),
        wrongPrompt(
            "versions[0].parameters.topP",
            Map.of("versions", List.of(changed(one, "parameters", Map.of("topP", 2))))),
        wrongPrompt(
            "versions[0].createdAt",
            Map.of("versions", List.of(changed(one, "createdAt", "yesterday")))),
        wrongPrompt(
            "labels[0].versionNumber",
            Map.of("labels", List.of(Map.of("name", "a", "versionNumber", 2)))),
        wrongPrompt(
            "labels[0].name", Map.of("labels", List.of(Map.of("name", "a b", "versionNumber", 1)))),
        wrongPrompt(
            "labels[1]",
            Map.of("labels", Collections.nCopies(2, Map.of("name", "a", "versionNumber", 1)))),
        wrongPrompt(
            "labelHistory[0].fromVersionNumber",
            Map.of("labelHistory", List.of(Map.of("label", "a", "fromVersionNumber", 0)))),
        wrongPrompt("more", Map.of("more", 1)));
  }

  private static Arguments wrongPrompt(String field, Map<String, Object> change) {
    Map<String, Object> prompt =
        new HashMap<>(
            Map.of("name", "bad", "versions", List.of(Map.of("number", 1, "content", "x"))));
    prompt.putAll(change);
    return Arguments.of("document.prompts[1]." + field, prompt);
  }

  private static Map<String, Object> changed(
      Map<String, Object> object, String name, Object value) {
    Map<String, Object> changed = new HashMap<>(object);
    changed.put(name, value);
    return changed;
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void oneWrongPlaceIsNamedAndNothingIsImported(String field, Map<String, Object> prompt) {
    Map<String, Object> good =
        Map.of("name", "good", "versions", List.of(Map.of("number", 1, "content", "x")));

    Outcome outcome = importing(document("assay.prompts", 1, List.of(good, prompt)), "RENAME");

    assertThat(outcome.code()).isEqualTo("BAD_USER_INPUT");
    assertThat(outcome.field()).isEqualTo(field);
    assertThat(
            client.ask("{ prompts { totalCount } }", Map.of()).at("data", "prompts", "totalCount"))
        .isEqualTo(0);
  }

  @Test
  void anUnknownFormatIsRefused() {
    Object prompts = List.of(Map.of("name", "a", "versions", List.of()));
    assertBad(importing(document("other", 1, prompts), "SKIP"), "document.format");
    assertBad(importing(document("assay.prompts", 2, prompts), "SKIP"), "document.formatVersion");
    assertBad(importing(document("assay.prompts", 1, List.of()), "SKIP"), "document.prompts");
    assertBad(importing("nonsense", "SKIP"), "document");
  }

  @Test
  void anExportTakesOneToAHundredPromptsOfTheCaller() {
    String id = client.create("a", "x");
    assertBad(exporting(List.of()), "ids");
    assertBad(exporting(Collections.nCopies(101, id)), "ids");
    assertBad(exporting(List.of("1")), "ids[0]");
    client.becomeSomebodyElse();
    String mine = client.create("mine", "x");
    assertThat(exporting(List.of(mine, id)).code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void aDocumentThatCouldNotComeBackIsRefused() {
    String id = client.create("a", "x".repeat(10_000) + 0);
    for (int number = 1; number < 100; number++) {
      client.update(id, number, Map.of("content", "x".repeat(10_000) + number));
    }
    assertBad(exporting(List.of(id)), "ids");
  }

  private static String full(String name) {
    Map<String, Object> input = new HashMap<>();
    input.put("name", name);
    input.put("description", "모두");
    input.put("tags", List.of("b", "a"));
    input.put("content", "In {{language}} about {{topic}}. \\{{ 🌍\n");
    input.put("exampleTurns", List.of(Map.of("user", "u {{topic}}", "assistant", "a")));
    input.put(
        "variables",
        List.of(
            Map.of("name", "language", "type", "CHOICE", "options", List.of("ko", "en")),
            Map.of("name", "topic", "description", "what", "defaultValue", "")));
    input.put(
        "parameters",
        Map.of(
            "temperature",
            0.25,
            "seed",
            "9007199254740993",
            "stop",
            List.of("end"),
            "reasoningEffort",
            "LOW",
            "responseFormat",
            Map.of("z", 1, "a", List.of(0.10)),
            "extra",
            Map.of("own", true)));
    input.put("tools", List.of(Map.of("type", "function", "function", Map.of("name", "f"))));
    input.put("message", "first");
    Outcome created = client.create(input);
    assertThat(created.at("errors")).isNull();
    String id = String.valueOf(created.at("data", "createPrompt", "id"));
    client.update(id, 1, Map.of("content", "two", "message", "shorter"));
    for (int number : new int[] {1, 2}) {
      client.ask(
          "mutation($id: ID!, $number: Int!) { setPromptLabel(promptId: $id, label: \"production\","
              + " versionNumber: $number) { id } }",
          Map.of("id", id, "number", number));
    }
    return id;
  }

  private static Object export(String... ids) {
    Outcome outcome = exporting(List.of(ids));
    assertThat(outcome.at("errors")).isNull();
    return Objects.requireNonNull(outcome.at("data", "exportPrompts"));
  }

  private static Outcome exporting(List<String> ids) {
    return client.ask("query($ids: [ID!]!) { exportPrompts(ids: $ids) }", Map.of("ids", ids));
  }

  private static Map<String, Object> document(String format, int version, Object prompts) {
    return Map.of("format", format, "formatVersion", version, "prompts", prompts);
  }

  private static Outcome importing(Object document, String onConflict) {
    return client.ask(
        "mutation($document: PromptDocumentInput!, $onConflict: ImportConflict) {"
            + " importPrompts(document: $document, onConflict: $onConflict)"
            + " { prompts { id name } takenNames } }",
        Map.of("document", document, "onConflict", onConflict));
  }

  private static void assertBad(Outcome outcome, String field) {
    assertThat(outcome.code()).isEqualTo("BAD_USER_INPUT");
    assertThat(outcome.field()).isEqualTo(field);
  }
}
