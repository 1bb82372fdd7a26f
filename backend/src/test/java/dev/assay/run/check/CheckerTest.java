package dev.assay.run.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class CheckerTest {
  private static final String PERSON =
      """
      {"type": "object", "required": ["name"],
       "properties": {"name": {"type": "string", "pattern": "^[A-Z]"}, "age": {"type": "integer", "minimum": 0}}}
      """;

  @ParameterizedTest
  @CsvSource({
    "CONTAINS, Paris, false, It is Paris., true",
    "CONTAINS, paris, false, It is Paris., false",
    "CONTAINS, paris, true, It is Paris., true",
    "CONTAINS, 서울, false, 수도는 서울입니다., true",
    "CONTAINS, a.c, false, abc, false",
    "REGEX, ^\\d+$, false, 42, true",
    "REGEX, ^\\d+$, false, 42 or so, false",
    "REGEX, YES|NO, true, well yes, true",
    "REGEX, ^last$, false, 'first\nlast', true"
  })
  void textsAreFoundOrNot(
      CheckKind kind, String value, boolean ignoreCase, String answer, boolean passes) {
    assertThat(Checker.of(new Check(kind, value, ignoreCase)).judge(answer).hasPassed())
        .isEqualTo(passes);
  }

  @Test
  void aSchemaHoldsOrSaysWhereItDoesNot() {
    Checker person = schema(PERSON);
    assertThat(person.judge("\n{\"name\": \"Ada\", \"age\": 36}\n")).isEqualTo(Verdict.PASSED);
    assertThat(person.judge("{\"age\": 36}").message()).contains("name");
    assertThat(person.judge("{\"name\": \"Ada\", \"age\": -1}").message()).contains("age");
    assertThat(person.judge("{\"name\": \"ada\"}").message()).contains("name");
    assertThat(person.judge("Here you are: {}").message()).contains("no JSON").contains("line 1");
    assertThat(person.judge("{\"name\": \"Ada\"} {}").hasPassed()).isFalse();
    assertThat(person.judge("").hasPassed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[1]", "3", "{\"type\": \"strange\"}", "{\"pattern\": \"(\"}"})
  void whatIsNoSchemaIsRefused(String text) {
    assertThatThrownBy(() -> schema(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsNoExpressionIsRefused() {
    assertThatThrownBy(() -> Checker.of(new Check(CheckKind.REGEX, "a(b", false)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("missing closing )");
  }

  /** Expressions that bring others to a halt. */
  @ParameterizedTest
  @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(.*a){20}$"})
  void noExpressionTakesLong(String expression) {
    String answer = "a".repeat(50_000) + "!";
    assertThat(Checker.of(new Check(CheckKind.REGEX, expression, false)).judge(answer).hasPassed())
        .isFalse();
    assertThat(
            schema("{\"pattern\": \"%s\"}".formatted(expression))
                .judge('"' + answer + '"')
                .hasPassed())
        .isFalse();
  }

  /** Every level asks the next one twice: two to the power of forty steps. */
  @Test
  void noSchemaTakesLong() {
    StringBuilder definitions = new StringBuilder();
    for (int level = 0; level < 40; level++) {
      definitions.append(
          "\"d%1$d\": {\"allOf\": [{\"$ref\": \"#/$defs/d%2$d\"}, {\"$ref\": \"#/$defs/d%2$d\"}]},"
              .formatted(level, level + 1));
    }
    String schema =
        "{\"$ref\": \"#/$defs/d0\", \"$defs\": {%s \"d40\": {}}}".formatted(definitions);
    assertThat(schema(schema).judge("1").message()).contains("too many steps");
    assertThat(schema("{\"$ref\": \"#\"}").judge("1").hasPassed()).isFalse();
    assertThat(schema("{\"items\": {\"$ref\": \"#\"}}").judge("[".repeat(900) + "]".repeat(900)))
        .isEqualTo(Verdict.PASSED);
  }

  /** Neither a file of this machine nor an address is read. */
  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.1:1/schema", "file:///etc/hostname", "classpath:logback.xml"})
  void nothingIsFetched(String address) {
    Verdict verdict = schemaOrFailed("{\"$ref\": \"%s\"}".formatted(address));
    assertThat(verdict.hasPassed()).isFalse();
  }

  private static Verdict schemaOrFailed(String text) {
    try {
      return schema(text).judge("1");
    } catch (IllegalArgumentException e) {
      return Verdict.failed(String.valueOf(e.getMessage()));
    }
  }

  private static Checker schema(String text) {
    return Checker.of(new Check(CheckKind.JSON_SCHEMA, text, false));
  }
}
