package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.graphql.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PromptInputsTest {
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

  static Stream<Arguments> bad() {
    return Stream.of(
        Arguments.of("name", ""),
        Arguments.of("name", " \n\t"),
        Arguments.of("name", "n".repeat(201)),
        Arguments.of("name", "a\0b"),
        Arguments.of("content", ""),
        Arguments.of("content", "c".repeat(10_241)),
        Arguments.of("content", "가".repeat(3_414)),
        Arguments.of("content", "half \ud83d"),
        Arguments.of("description", "d".repeat(2_001)),
        Arguments.of("message", "m".repeat(501)));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void badInputNamesItsFieldAndChangesNothing(String field, String value) {
    Map<String, Object> input = new HashMap<>(Map.of("name", "good", "content", "good"));
    input.put(field, value);
    assertBad(client.create(input), "input." + field);

    String id = client.create("kept", "kept");
    assertBad(client.update(id, 1, Map.of(field, value)), "input." + field);

    Outcome all = client.ask("{ prompts { nodes { name currentVersion { content } } } }", Map.of());
    assertThat(all.at("data", "prompts", "nodes", 0))
        .isEqualTo(Map.of("name", "kept", "currentVersion", Map.of("content", "kept")));
    assertThat(all.at("data", "prompts", "nodes", 1)).isNull();
  }

  @Test
  void theLongestOfAllIsGood() {
    Outcome created =
        client.create(
            Map.of(
                "name", "n".repeat(200),
                "content", "가".repeat(3_413) + "c",
                "description", "d".repeat(2_000),
                "message", "m".repeat(500)));

    assertThat(created.at("errors")).isNull();
  }

  @Test
  void nullIsNoName() {
    String id = client.create("a", "one");
    Map<String, @Nullable Object> change = new HashMap<>();
    change.put("name", null);

    assertBad(client.update(id, 1, asObjects(change)), "input.name");
  }

  @ParameterizedTest
  @CsvSource({"prompt, id", "removePrompt, id", "restorePrompt, id"})
  void aMalformedIdIsBadInput(String field, String argument) {
    assertBad(client.call(field, "nonsense"), argument);
  }

  @Test
  void aMalformedIdIsBadInputInOtherPlacesToo() {
    assertBad(client.update("nonsense", 1, Map.of()), "input.id");
    assertBad(client.rollback("nonsense", 1), "promptId");
  }

  @ParameterizedTest
  @CsvSource({
    "first: 0, first",
    "first: -1, first",
    "first: 101, first",
    "after: \"%%%\", after",
    "after: \"bm9uc2Vuc2U\", after",
    "after: \"eCB5\", after",
    "after: \"\", after"
  })
  void aPageThatCannotBeIsBadInput(String argument, String field) {
    assertBad(client.ask("{ prompts(" + argument + ") { totalCount } }", Map.of()), field);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Map<String, Object> asObjects(Map<String, @Nullable Object> map) {
    return (Map) map;
  }

  private static void assertBad(Outcome outcome, String field) {
    assertThat(outcome.code()).isEqualTo("BAD_USER_INPUT");
    assertThat(outcome.field()).isEqualTo(field);
  }
}
