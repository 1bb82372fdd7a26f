package dev.assay.graphql.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.assay.graphql.TestLimits;
import graphql.execution.CoercedVariables;
import graphql.language.AstPrinter;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the page asks stays far below the limits, a hundred rows at a time included. */
class PageDocumentsTest {
  private static final Path PAGE = Path.of("../frontend/src");

  static Stream<OperationDefinition> operations() throws IOException {
    return definitions(OperationDefinition.class).stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void itIsWithinTheLimits(OperationDefinition operation) throws IOException {
    List<Definition<?>> all = new ArrayList<>(definitions(FragmentDefinition.class));
    all.add(operation);
    @SuppressWarnings({"rawtypes", "unchecked"})
    Document document = Document.newDocument().definitions((List) all).build();

    int cost =
        Cost.estimate(
            schema(),
            document,
            Objects.requireNonNull(operation.getName()),
            new CoercedVariables(variables(operation)),
            Integer.MAX_VALUE - 1);

    assertThat(cost).isLessThan(TestLimits.USUAL.cost() / 2);
  }

  @ParameterizedTest
  @MethodSource("files")
  void itsTextIsShort(Path file) {
    assertThatCode(() -> DocumentScan.check(text(file), TestLimits.USUAL))
        .doesNotThrowAnyException();
  }

  static Stream<Path> files() throws IOException {
    return Files.walk(PAGE).filter(file -> file.toString().endsWith(".graphql"));
  }

  private static <T extends Definition<T>> List<T> definitions(Class<T> type) throws IOException {
    try (Stream<Path> files = files()) {
      List<T> found =
          files
              .flatMap(file -> Parser.parse(text(file)).getDefinitionsOfType(type).stream())
              .toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  private static Map<String, Object> variables(OperationDefinition operation) {
    return operation.getVariableDefinitions().stream()
        .collect(Collectors.toMap(VariableDefinition::getName, PageDocumentsTest::value));
  }

  private static Object value(VariableDefinition variable) {
    String type = AstPrinter.printAst(variable.getType());
    boolean isObject = type.contains("Input") || type.contains("Filter");
    if (type.startsWith("Boolean")) {
      // What is asked for only sometimes costs most when it is.
      return true;
    }
    return type.startsWith("Int") ? (Object) 100 : isObject ? Map.of() : "x";
  }

  private static GraphQLSchema schema() {
    String text = text(Path.of("../schema.graphqls"));
    return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(text));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
