package dev.assay.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private static final String SMALL =
      """
      type Query {
        runs(first: Int = 20, filter: Filter): [Run!]!
        run(id: ID!): Run
        events: [Event]
      }
      type Run { number: Long! pace: Float status: Status! }
      enum Status { RUNNING DONE }
      input Filter { text: String count: Int = 1 base: Int! }
      interface Event { runId: ID! }
      type Appended implements Event { runId: ID! offset: Int! }
      union Anything = Run | Appended
      scalar Long
      """;

  @Test
  void theSchemaOnlyGrew() throws IOException {
    assertThat(SchemaBreaks.between(Files.readString(RELEASED), Files.readString(SERVED)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a field is gone | pace: Float | speed: Float",
        "a field may be null now | number: Long! | number: Long",
        "a field's item may be null now | [Run!]! | [Run]!",
        "a field has another type | pace: Float | pace: String",
        "an argument is gone | first: Int = 20, | ''",
        "an argument is required | run(id: ID!) | run(id: ID!, force: Boolean!)",
        "an argument has another type | run(id: ID!) | run(id: Long!)",
        "an input is required | text: String | text: String!",
        "an input has another type | count: Int = 1 | count: String",
        "an input is gone | base: Int! | ''",
        "a required input is new | base: Int! | base: Int! more: Int!",
        "a value is gone | RUNNING DONE | DONE",
        "a field of an event is gone | offset: Int! | place: Int!",
        "an object is no event any more | Appended implements Event | Appended",
        "a member is gone | = Run ¦ Appended | = Run",
        "a type is another kind | enum Status { RUNNING DONE } | scalar Status",
      })
  void itIsNoticedWhen(String what, String before, String after) {
    assertThat(SchemaBreaks.between(SMALL, changed(before, after))).as(what).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "an optional argument is new | run(id: ID!) | run(id: ID!, force: Boolean)",
        "an argument with a default is new | run(id: ID!) | run(id: ID!, count: Int! = 1)",
        "an input may be absent now | base: Int! | base: Int",
        "an optional input is new | base: Int! | base: Int! more: Int",
        "a field is never null now | pace: Float | pace: Float!",
        "a field is new | pace: Float | pace: Float cost: Float",
        "a value is new | RUNNING DONE | RUNNING DONE PAUSED",
      })
  void itMayGrowSoThat(String what, String before, String after) {
    assertThat(SchemaBreaks.between(SMALL, changed(before, after))).as(what).isEmpty();
  }

  /** A broken bar stands for a bar, which separates the columns. */
  private static String changed(String before, String after) {
    String place = before.replace('¦', '|');
    assertThat(SMALL).contains(place);
    return SMALL.replace(place, after.replace('¦', '|'));
  }
}
