package dev.assay.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Programs that were written against the last release go on working. {@code released.graphqls} is
 * the schema of that release: it is replaced when there is a new one, and never otherwise.
 */
class ReleasedSchemaTest {
  private static final Path RELEASED = Path.of("src/test/resources/released.graphqls");
  private static final Path SERVED = Path.of("../schema.graphqls");

  @Test
  void theSchemaOnlyGrew() throws IOException {
    assertThat(SchemaBreaks.between(Files.readString(RELEASED), Files.readString(SERVED)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a field is gone | totalCount: Int! | total: Int!",
        "a field may be null now | number: Long! | number: Long",
        "a field has another type | tokensPerSecond: Float | tokensPerSecond: String",
        "an argument is gone | runs(first: Int = 20, | runs(",
        "an argument is required | model(id: ID!): | model(id: ID!, force: Boolean!):",
        "an input is required | idempotencyKey: String | idempotencyKey: String!",
        "an input has another type | iterations: Int = 1 | iterations: String",
        "an input is gone | baseVersionNumber: Int! | base: Int",
        "a value is gone | CANCELLED | STOPPED",
        "a field of an event is gone | offset: Int! | place: Int!",
        "a kind of text is gone | REASONING | THINKING",
        "an object is no event any more | RunFinished implements RunEvent | RunFinished",
      })
  void itIsNoticedWhen(String what, String before, String after) throws IOException {
    String released = Files.readString(RELEASED);
    assertThat(released).contains(before);
    String changed = released.replace(before, after);

    assertThat(SchemaBreaks.between(released, changed)).as(what).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "an optional argument is new | model(id: ID!): | model(id: ID!, force: Boolean):",
        "an argument with a default is new | model(id: ID!): | model(id: ID!, n: Int! = 1):",
        "an input may be absent now | baseVersionNumber: Int! | baseVersionNumber: Int",
        "a field is never null now | tokensPerSecond: Float | tokensPerSecond: Float!",
        "a value is new | REASONING | REASONING SUMMARY",
      })
  void itMayGrowSoThat(String what, String before, String after) throws IOException {
    String released = Files.readString(RELEASED);
    assertThat(released).contains(before);

    assertThat(
            SchemaBreaks.between(
                released,
                released.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after))))
        .as(what)
        .isEmpty();
  }
}
