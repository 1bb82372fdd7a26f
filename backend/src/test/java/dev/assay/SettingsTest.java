package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The settings that {@code .env.example} explains are those that the service reads. */
class SettingsTest {
  private static final Pattern EXPLAINED = Pattern.compile("^#?([A-Z_]+)=", Pattern.MULTILINE);
  private static final Pattern CONFIGURED = Pattern.compile("\\$\\{([A-Z_]+)");
  private static final Pattern ASKED_FOR =
      Pattern.compile("(?:getenv\\(|environment(?:\\.get\\(|, ))\"([A-Z_]+)\"\\)");

  @Test
  void everySettingIsExplainedAndEveryExplainedOneIsRead() throws IOException {
    Set<String> read = names(CONFIGURED, Path.of("src/main/resources/application.yml"));
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path source : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        read.addAll(names(ASKED_FOR, source));
      }
    }

    assertThat(names(EXPLAINED, Path.of("../.env.example"))).isEqualTo(read);
  }

  private static Set<String> names(Pattern pattern, Path file) throws IOException {
    Set<String> names = new TreeSet<>();
    pattern.matcher(Files.readString(file)).results().forEach(match -> names.add(match.group(1)));
    return names;
  }
}
