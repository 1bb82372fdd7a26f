package dev.assay.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest {
  private static final String ECHO = "query($in: EchoInput!) { echo(input: $in) { text } }";

  private Engine engine;

  @BeforeEach
  void start() throws Exception {
    try (InputStream in = getClass().getClassLoader().getResourceAsStream("transport.graphqls")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      engine =
          TestEngine.of(
              SchemaFactory.make(text, List.of(new TestResolvers())),
              new TestLoaders(),
              TestLimits.USUAL,
              true);
    }
  }

  @Test
  void anAppExceptionKeepsItsMessageCodeDetailsAndPath() {
    Outcome outcome = ask("{ fail(how: \"app\") hello }", Map.of());

    assertThat(outcome.at("errors", 0))
        .isEqualTo(
            Map.of(
                "message", "Not like this.",
                "locations", List.of(Map.of("line", 1, "column", 3)),
                "path", List.of("fail"),
                "extensions",
                    Map.of(
                        "code", "BAD_USER_INPUT",
                        "field", "how",
                        "requestId", "test-request")));
    assertThat(outcome.at("data", "hello")).isEqualTo("Hello, world!");
  }

  @Test
  void anUnknownIdAnswersNullWithNotFound() {
    Outcome outcome = ask("{ book(number: 0) { number } }", Map.of());

    assertThat(outcome.json()).containsKey("data");
    assertThat(outcome.at("data", "book")).isNull();
    assertThat(outcome.code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void whatABatchThrowsIsTheErrorOfEachFieldThatAsked() {
    Outcome outcome =
        ask("{ a: book(number: -1) { city } b: book(number: -4) { city } }", Map.of());

    assertThat(outcome.code()).isEqualTo("NOT_FOUND");
    assertThat(outcome.message()).isEqualTo("There is no such author.");
    assertThat(List.of(outcome.at("errors", 0, "path"), outcome.at("errors", 1, "path")))
        .containsExactlyInAnyOrder(List.of("a", "city"), List.of("b", "city"));
  }

  @Test
  void messagesAreEnglishWhereverTheServerStands() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      Outcome outcome = ask("{ echo(input: {text: 1}) { text } }", Map.of());
      assertThat(outcome.message()).isEqualTo("Argument 'input.text' is not a valid 'String'.");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aStrangerIsToldToSignIn() {
    assertThat(Outcome.of(engine, "{ caller }", Map.of(), null).code())
        .isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void aDatabaseWithoutTimeIsToldAsSuchAndWhenToTryAgain() {
    Outcome outcome = ask("{ fail(how: \"busy\") }", Map.of());

    assertThat(outcome.code()).isEqualTo("RATE_LIMITED");
    assertThat(outcome.message()).contains("busy or away").doesNotContain("secret");
    assertThat(outcome.at("errors", 0, "extensions", "retryAfterMs")).isEqualTo(2_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{ fail(how: \"unknown\") }", "{ required }", "{ values { lost } }"})
  void aDefectShowsNothingButItsRequestId(String query) {
    Outcome outcome = ask(query, Map.of());

    assertThat(outcome.code()).isEqualTo("INTERNAL");
    assertThat(outcome.message()).isEqualTo(Errors.INTERNAL_MESSAGE);
    assertThat(outcome.at("errors", 0, "extensions", "requestId")).isEqualTo("test-request");
    assertThat(outcome.json().toString()).doesNotContain("secret", "Exception", "dev.assay");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "",
        "{ nope }",
        "{ hello { nope } }",
        "query A { hello } query B { hello }",
        "{ echo { text } }",
        "{ echo(input: {text: 1}) { text } }",
        "{ echo(input: {}) { text } }",
        "{ echo(input: null) { text } }",
        "{ echo(input: {text: \"t\", nope: 1}) { text } }",
        "{ echo(input: {text: \"t\", at: \"yesterday\"}) { text } }",
        "{ echo(input: {text: \"t\", kind: NOPE}) { text } }",
        "{ echo(input: [[{text: \"'\"}]]) { text } }",
        "query($x: Nope) { hello }",
        "{ ...f } fragment f on Query { ...f }"
      })
  void aBadDocumentIsBadInputWithoutWordsFromTheInside(String query) {
    Outcome outcome = ask(query, Map.of());

    assertThat(outcome.json()).doesNotContainKey("data");
    assertThat(outcome.code()).isEqualTo("BAD_USER_INPUT");
    assertThat(outcome.message())
        .doesNotContain("Exception", "Value{", "AST", "Validation error", "graphql.", "java.")
        .endsWith(".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ echo { text } } | input",
        "{ echo(input: null) { text } } | input",
        "{ echo(input: {}) { text } } | input.text",
        "{ echo(input: {text: \"t\", count: \"x\"}) { text } } | input.count",
        "{ echo(input: {text: \"t\", inner: [{text: 1}]}) { text } } | input.inner[0].text",
        "{ echo(input: {text: \"t\", at: \"'\"}) { text } } | input.at",
      })
  void aBadLiteralIsNamed(String query, String field) {
    assertThat(ask(query, Map.of()).field()).isEqualTo(field);
  }

  @Test
  void aBadVariableIsNamedByItsArgument() {
    assertField("input.text", "This must not be null or absent.", Map.of());
    assertField("input.text", "This must be a string.", Map.of("text", 1));
    assertField("input.count", "This must be a whole number of up to 32 bits.", with("count", 1.5));
    assertField("input.nope", "There is no such field.", with("nope", 1));
    assertField("input.kind", "This must be one of PLAIN, FANCY.", with("kind", "x"));
    assertField("input.at", "A DateTime looks like \"2026-11-21T05:40:00.123Z\".", with("at", 1));
    assertField("input.big", "A Long is a whole number of up to 64 bits.", with("big", "1e99"));
    assertField("input.price", "A Decimal looks like \"0.000140\".", with("price", "1e999999999"));
    assertField("input.tags[1]", "This must be a string.", with("tags", List.of("a", 2)));
    assertField(
        "input.inner[0].text",
        "This must be a string.",
        with("inner", List.of(Map.of("text", true))));
    assertField("input.inner", "This must be an object.", with("inner", "x"));
  }

  @Test
  void aMissingVariableIsNamed() {
    Outcome outcome = ask(ECHO, Map.of());

    assertThat(outcome.code()).isEqualTo("BAD_USER_INPUT");
    assertThat(outcome.field()).isEqualTo("input");
  }

  @Test
  void aVariableWithinAnArgumentIsNamedByItsPlace() {
    Outcome outcome =
        ask(
            "query($t: String!) { echo(input: {text: \"a\", inner: {text: $t}}) { text } }",
            Map.of("t", 1));

    assertThat(outcome.field()).isEqualTo("input.inner.text");
  }

  private void assertField(String field, String message, Map<String, Object> input) {
    Outcome outcome = ask(ECHO, Map.of("in", input));
    assertThat(outcome.code()).isEqualTo("BAD_USER_INPUT");
    assertThat(outcome.field()).isEqualTo(field);
    assertThat(outcome.message()).isEqualTo(message);
  }

  private static Map<String, Object> with(String name, Object value) {
    Map<String, Object> input = new HashMap<>(Map.of("text", "t"));
    input.put(name, value);
    return input;
  }

  private Outcome ask(String query, Map<String, Object> variables) {
    return Outcome.of(engine, query, variables);
  }
}
