package dev.assay.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The paragraphs that prose is made of, by language and section. The files hold sections that begin
 * with a line {@code #: name}, of blocks parted by lines {@code ---}.
 */
final class Phrases {
  private static final Pattern SECTION = Pattern.compile("(?m)^#: ");
  private static final Pattern BLOCK = Pattern.compile("(?m)^---$");
  private static final Map<Language, Map<String, List<String>>> READ =
      new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      READ.put(language, sections(file(language.file())));
    }
  }

  private Phrases() {}

  /** The blocks of a section; empty if there is no such section. */
  static List<String> of(Language language, String section) {
    return Objects.requireNonNull(READ.get(language)).getOrDefault(section, List.of());
  }

  private static Map<String, List<String>> sections(String file) {
    Map<String, List<String>> sections = new HashMap<>();
    SECTION
        .splitAsStream(file)
        .filter(section -> !section.isBlank())
        .forEach(section -> {
          int nameEnd = section.indexOf('\n');
          sections.put(section.substring(0, nameEnd).strip(), blocks(section.substring(nameEnd)));
        });
    return sections;
  }

  private static List<String> blocks(String section) {
    return BLOCK.splitAsStream(section).map(String::strip).toList();
  }

  private static String file(String name) {
    try (InputStream in = Objects.requireNonNull(Phrases.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
