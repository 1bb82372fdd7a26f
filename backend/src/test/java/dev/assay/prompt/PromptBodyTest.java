package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.database.Sql;
import dev.assay.database.SqlException;
import dev.assay.graphql.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What versions say besides a text, and what becomes of it when they change. */
class PromptBodyTest {
  private static final String BODY =
      "{ number content exampleTurns { user assistant }"
          + " variables { name type description defaultValue options }"
          + " parameters { temperature responseFormat } tools message author { name } }";
  private static final Map<String, Object> FULL =
      Map.of(
          "name", "full",
          "content", "Answer in {{language}}, {{ count }} times.",
          "exampleTurns", List.of(Map.of("user", "Hi {{who}}", "assistant", "안녕 {{who}}")),
          "variables",
              List.of(
                  Map.of(
                      "name",
                      "who",
                      "type",
                      "LONG_TEXT",
                      "description",
                      "whom",
                      "defaultValue",
                      "you"),
                  Map.of("name", "count", "type", "NUMBER", "defaultValue", "2"),
                  Map.of("name", "language", "type", "CHOICE", "options", List.of("ko", "en"))),
          "parameters",
              Map.of(
                  "temperature", 0.5, "responseFormat", Map.of("type", "object", "a", List.of())),
          "tools", List.of(Map.of("type", "function", "function", Map.of("name", "f"))),
          "message", "all of it");

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
  void aVersionKeepsAllThatItWasGiven() {
    String id = id(client.create(FULL));

    Outcome open = open(id);

    assertThat(open.at("data", "prompt", "currentVersion", "content"))
        .isEqualTo(FULL.get("content"));
    assertThat(open.at("data", "prompt", "currentVersion", "exampleTurns"))
        .isEqualTo(FULL.get("exampleTurns"));
    assertThat(open.at("data", "prompt", "currentVersion", "tools")).isEqualTo(FULL.get("tools"));
    assertThat(open.at("data", "prompt", "currentVersion", "parameters", "responseFormat"))
        .isEqualTo(Map.of("type", "object", "a", List.of()));
    assertThat(open.at("data", "prompt", "currentVersion", "message")).isEqualTo("all of it");
    assertThat(each(open.at("data", "prompt", "currentVersion", "variables"), "name"))
        .as("in the order of the text")
        .containsExactly("language", "count", "who");
    assertThat(open.at("data", "prompt", "currentVersion", "variables", 2, "defaultValue"))
        .isEqualTo("you");
  }

  @Test
  void whatStandsInTheTextAndWasNotDeclaredIsAText() {
    String id = client.create("a", "Hello {{name}}");

    assertThat(open(id).at("data", "prompt", "currentVersion", "variables", 0))
        .isEqualTo(variable("name", "TEXT", null));
  }

  @Test
  void aChangedTextKeepsWhatWasKnownOfItsVariables() {
    String id = id(client.create(FULL));

    client.update(id, 1, Map.of("content", "In {{language}}: {{topic}}"));

    assertThat(each(open(id).at("data", "prompt", "currentVersion", "variables"), "type"))
        .containsExactly("CHOICE", "TEXT", "LONG_TEXT");
  }

  @Test
  void eachPartThatChangesMakesAVersionAndEqualPartsMakeNone() {
    String id = id(client.create(FULL));
    Map<String, @Nullable Object> same = new HashMap<>(FULL);
    same.remove("message");
    assertThat(number(client.update(id, 1, objects(same)))).isEqualTo(1);
    assertThat(number(client.update(id, 1, Map.of("tags", List.of("x"), "description", "y"))))
        .isEqualTo(1);

    assertThat(number(client.update(id, 1, Map.of("tools", List.of())))).isEqualTo(2);
    assertThat(number(client.update(id, 2, Map.of("parameters", Map.of("temperature", 1)))))
        .isEqualTo(3);
    Map<String, @Nullable Object> none = new HashMap<>();
    none.put("exampleTurns", null);
    assertThat(number(client.update(id, 3, objects(none)))).isEqualTo(4);
    assertThat(number(client.update(id, 4, Map.of("variables", List.of())))).isEqualTo(5);
    assertThat(open(id).at("data", "prompt", "currentVersion", "exampleTurns"))
        .isEqualTo(List.of());
    assertThat(open(id).at("data", "prompt", "currentVersion", "tools")).isNull();
  }

  @Test
  void aRollbackBringsEverythingBack() {
    String id = id(client.create(FULL));
    Object before = open(id).at("data", "prompt", "currentVersion", "variables");
    client.update(id, 1, Map.of("content", "x", "exampleTurns", List.of(), "tools", List.of()));

    client.rollback(id, 1);

    Outcome after = open(id);
    assertThat(number(client.call("prompt", id), "prompt")).isEqualTo(3);
    assertThat(after.at("data", "prompt", "currentVersion", "variables")).isEqualTo(before);
    assertThat(after.at("data", "prompt", "currentVersion", "tools")).isEqualTo(FULL.get("tools"));
    assertThat(after.at("data", "prompt", "currentVersion", "parameters", "temperature"))
        .asString()
        .isEqualTo("0.5");
  }

  @Test
  void aConflictCarriesBothTexts() {
    String id = client.create("a", "one");
    client.update(id, 1, Map.of("content", "theirs"));

    Outcome late = client.update(id, 1, Map.of("content", "mine"));

    assertThat(late.code()).isEqualTo("CONFLICT");
    Map<?, ?> extensions = (Map<?, ?>) Objects.requireNonNull(late.at("errors", 0, "extensions"));
    assertThat(extensions.get("baseVersionNumber")).isEqualTo(1);
    assertThat(extensions.get("currentVersionNumber")).isEqualTo(2);
    assertThat(extensions.get("currentContent")).isEqualTo("theirs");
    assertThat(extensions.get("yourContent")).isEqualTo("mine");
    Outcome base =
        client.ask(
            "query($id: ID!) { prompt(id: $id) { version(number: 1) { content }"
                + " none: version(number: 3) { content } } }",
            Map.of("id", id));
    assertThat(base.at("data", "prompt", "version", "content")).isEqualTo("one");
    assertThat(base.at("data", "prompt", "none")).isNull();
  }

  @Test
  void theVersionsOfAPromptComePageByPage() {
    String id = client.create("a", "text 1");
    for (int number = 2; number <= 5; number++) {
      client.update(id, number - 1, Map.of("content", "text " + number));
    }

    Outcome page =
        client.ask(
            "query($id: ID!) { prompt(id: $id) { a: versions(first: 2) { number }"
                + " b: versions(first: 2, before: 4) { number content } } }",
            Map.of("id", id));

    assertThat(page.at("data", "prompt", "a"))
        .isEqualTo(List.of(Map.of("number", 5), Map.of("number", 4)));
    assertThat(page.at("data", "prompt", "b"))
        .isEqualTo(
            List.of(
                Map.of("number", 3, "content", "text 3"),
                Map.of("number", 2, "content", "text 2")));
  }

  @Test
  void noStatementChangesAVersion() {
    client.create("a", "one");
    Sql sql = client.bean(Sql.class);

    assertThatThrownBy(() -> sql.update("update prompt_version set content = 'x'", _ -> {}))
        .isInstanceOf(SqlException.class)
        .hasMessageContaining("never changes");
  }

  private static Map<String, @Nullable Object> variable(
      String name, String type, @Nullable String defaultValue) {
    Map<String, @Nullable Object> variable = new HashMap<>();
    variable.put("name", name);
    variable.put("type", type);
    variable.put("description", "");
    variable.put("defaultValue", defaultValue);
    variable.put("options", List.of());
    return variable;
  }

  private static List<String> each(@Nullable Object objects, String field) {
    return ((List<?>) Objects.requireNonNull(objects))
        .stream().map(object -> String.valueOf(((Map<?, ?>) object).get(field))).toList();
  }

  private static Outcome open(String id) {
    Outcome open =
        client.ask(
            "query($id: ID!) { prompt(id: $id) { currentVersion " + BODY + " } }",
            Map.of("id", id));
    assertThat(open.at("errors")).isNull();
    return open;
  }

  private static String id(Outcome created) {
    assertThat(created.at("errors")).isNull();
    return String.valueOf(created.at("data", "createPrompt", "id"));
  }

  private static @Nullable Object number(Outcome outcome) {
    return number(outcome, "updatePrompt");
  }

  private static @Nullable Object number(Outcome outcome, String field) {
    assertThat(outcome.at("errors")).isNull();
    return outcome.at("data", field, "currentVersion", "number");
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Map<String, Object> objects(Map<String, @Nullable Object> map) {
    return (Map) map;
  }
}
