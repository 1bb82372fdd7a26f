package dev.assay.graphql.limit;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.execution.CoercedVariables;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostTest {
  private static final int LIMIT = 50_000;
  private final GraphQLSchema schema;

  CostTest() throws IOException {
    String text = Files.readString(Path.of("../schema.graphqls"));
    schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ viewer { id name } } | 3",
        "{ models { totalCount } } | 21",
        "{ models(first: 5) { nodes { id name } } } | 16",
        "{ models(first: 5) { edges { cursor node { id } } } } | 21",
        "query($n: Int) { models(first: $n) { nodes { id } } } | 15",
        "query($n: Int = 3) { models(first: $n) { nodes { id } } } | 15",
        "{ runs(first: 100) { nodes { lanes { position } } } } | 1201",
        "{ models(first: -5) { nodes { id } } } | 3",
        "{ runs(first: 2000000000) { nodes { results { text } } } } | 50001",
        "{ models { nodes { id @skip(if: true) } } } | 21",
        "fragment F on Model { id name } { models(first: 2) { nodes { ...F ...F } } } | 7",
        "{ __schema { types { fields { name } } } } | 4",
      })
  void theEstimateIs(String text, int expected) {
    assertThat(estimate(text, Map.of("n", 7))).isEqualTo(expected);
  }

  private int estimate(String text, Map<String, Object> variables) {
    Document document = Parser.parse(text);
    String name = document.getDefinitionsOfType(OperationDefinition.class).getFirst().getName();
    return Cost.estimate(schema, document, name, new CoercedVariables(variables), LIMIT);
  }
}
