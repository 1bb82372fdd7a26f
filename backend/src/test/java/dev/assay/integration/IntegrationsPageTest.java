package dev.assay.integration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.graphql.TestLimits;
import dev.assay.graphql.limit.DocumentLimits;
import graphql.schema.GraphQLNamedSchemaElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/integrations.md} says what the code says. */
class IntegrationsPageTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\w+\\n(.*?)^```$");
  private static final Pattern CODE = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| (.+) \\|$");

  private final String page = text(Path.of("../docs/integrations.md"));

  @Test
  void itsExamplesAreTheFilesToTheLetter() throws IOException {
    List<String> blocks = BLOCK.matcher(page).results().map(block -> block.group(1)).toList();
    try (Stream<Path> files = Files.list(Example.FOLDER)) {
      assertThat(blocks)
          .containsExactlyInAnyOrderElementsOf(files.map(IntegrationsPageTest::text).toList());
    }
  }

  @Test
  void itsErrorCodesAreTheSchemas() {
    assertThat(CODE.matcher(page).results().map(IntegrationsPageTest::row))
        .containsExactlyElementsOf(errorCodes());
  }

  @Test
  void itsLimitsAreTheServers() {
    DocumentLimits limits = TestLimits.USUAL;

    assertThat(page)
        .contains(
            "| %,d characters |".formatted(limits.characters()),
            "| %,d tokens, %d aliases, %d directives, %d levels of nesting |"
                .formatted(limits.tokens(), limits.aliases(), limits.directives(), limits.depth()),
            "| selected fields, fragments unfolded | %,d |".formatted(limits.fields()),
            "| values that the answer may have, by estimate | %,d |".formatted(limits.cost()),
            "| execution | %d seconds |".formatted(limits.time().toSeconds()));
  }

  private static String row(MatchResult row) {
    return row.group(1) + ": " + row.group(2);
  }

  private static List<String> errorCodes() {
    return requireNonNull(ServedSchema.read().getType("ErrorCode")).getChildren().stream()
        .map(GraphQLNamedSchemaElement.class::cast)
        .map(value -> value.getName() + ": " + value.getDescription())
        .toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
