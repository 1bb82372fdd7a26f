package dev.assay.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SchemaTest {
  private final TestLoaders loaders = new TestLoaders();
  private final GraphQLSchema schema =
      SchemaFactory.make(text("transport.graphqls"), List.of(new TestResolvers()));
  private final Engine engine = TestEngine.of(schema, loaders, TestLimits.USUAL, true);

  @Test
  void valuesAreWrittenAsTheSchemaSays() {
    Outcome outcome = ask("{ values { id typedId moment long decimal isTrue } }");

    assertThat(outcome.at("data", "values"))
        .isEqualTo(
            Map.of(
                "id",
                TestResolvers.ID.toString(),
                "typedId",
                TestResolvers.ID.toString(),
                "moment",
                "1970-01-01T00:00:00Z",
                "long",
                9_007_199_254_740_993L,
                "decimal",
                "0.000140",
                "isTrue",
                true));
  }

  @Test
  void variablesAndLiteralsReadAlike() {
    Map<String, Object> expected =
        Map.of(
            "at", "2026-11-21T05:40:00.123Z",
            "price", "0.10",
            "big", -9_007_199_254_740_993L,
            "any", Map.of("a", List.of(1, true)),
            "kind", "FANCY");
    String fields = "{ at price big any kind }";

    Outcome literal =
        ask(
            "{ echo(input: {text: \"t\", at: \"2026-11-21T06:40:00.123+01:00\", price: 0.10,"
                + " big: -9007199254740993, any: {a: [1, true]}, kind: FANCY}) "
                + fields
                + "}");
    Outcome variable =
        ask(
            "query($input: EchoInput!) { echo(input: $input) " + fields + "}",
            Map.of(
                "input",
                Map.of(
                    "text", "t",
                    "at", "2026-11-21T05:40:00.123Z",
                    "price", "0.10",
                    "big", "-9007199254740993",
                    "any", Map.of("a", List.of(1, true)),
                    "kind", "FANCY")));

    assertThat(variable.at("data", "echo")).isEqualTo(expected);
    assertThat(literal.at("data", "echo"))
        .usingRecursiveComparison()
        .withEqualsForType((a, b) -> a.longValue() == b.longValue(), Number.class)
        .isEqualTo(expected);
  }

  @Test
  void interfacesAndUnionsTakeTheTypeNamedLikeTheClass() {
    Outcome outcome = ask("{ shapes { __typename area } anything { __typename } }");

    assertThat(outcome.at("data", "shapes"))
        .isEqualTo(
            List.of(
                Map.of("__typename", "Square", "area", 4),
                Map.of("__typename", "Circle", "area", 3)));
    assertThat(outcome.at("data", "anything"))
        .isEqualTo(List.of(Map.of("__typename", "Square"), Map.of("__typename", "Book")));
  }

  @Test
  void aFieldWithoutAPropertyIsAnErrorAndNotSilentlyNull() {
    Outcome outcome = ask("{ values { lost } }");

    assertThat(outcome.code()).isEqualTo("INTERNAL");
    assertThat(outcome.at("errors", 0, "path")).isEqualTo(List.of("values", "lost"));
  }

  @Test
  void unwiredFieldsAreListed() {
    assertThat(UnwiredFields.ofRoots(schema)).containsExactly("Query.page", "Query.unwired");
    assertThat(UnwiredFields.of(schema, Map.of("Values", TestResolvers.Values.class)))
        .contains("Query.unwired", "Values.lost", "Author.name")
        .doesNotContain("Values.id", "Values.long", "Values.isTrue", "Book.author");
  }

  @Test
  void twoFeaturesCannotWireTheSameField() {
    List<Resolvers> twice = List.of(new TestResolvers(), new TestResolvers());

    assertThatThrownBy(() -> SchemaFactory.make(text("transport.graphqls"), twice))
        .hasMessageContaining("Query");
  }

  @Test
  void theServedSchemaIsValid() {
    assertThat(SchemaFactory.make(text("schema.graphqls"), List.of()).getSubscriptionType())
        .isNotNull();
  }

  @Test
  void aListOfObjectsIsLoadedInOneBatchAndChainsOfBatchesToo() {
    Outcome outcome = ask("{ books { author { name } city } }");

    assertThat(outcome.at("data", "books", 0))
        .isEqualTo(Map.of("author", Map.of("name", "A1"), "city", "A1-city"));
    assertThat(loaders.authorBatches).hasSize(1);
    assertThat(loaders.cityBatches).hasSize(1);
  }

  private Outcome ask(String query) {
    return ask(query, Map.of());
  }

  private Outcome ask(String query, Map<String, Object> variables) {
    return Outcome.of(engine, query, variables);
  }

  private static String text(String resource) {
    try (InputStream in = SchemaTest.class.getClassLoader().getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
