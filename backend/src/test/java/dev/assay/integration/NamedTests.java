package dev.assay.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Tests by the names that pages give them: {@code ClassName.methodName} for Java's, {@code file:
 * title} for those of the page.
 */
final class NamedTests {
  private static final Path JAVA = Path.of("src/test/java");
  private static final List<Path> PAGE =
      List.of(Path.of("../frontend/e2e"), Path.of("../frontend/src"));
  private static final List<Class<? extends Annotation>> KINDS =
      List.of(Test.class, ParameterizedTest.class, TestFactory.class);

  private NamedTests() {}

  static boolean exists(String name) {
    int colon = name.indexOf(": ");
    if (colon > 0) {
      return ofPage(name.substring(0, colon), name.substring(colon + 2));
    }
    int dot = name.indexOf('.');
    return dot > 0 && ofJava(name.substring(0, dot), name.substring(dot + 1));
  }

  private static boolean ofJava(String type, String method) {
    return files(JAVA, type + ".java").stream()
        .map(JAVA::relativize)
        .map(file -> file.toString().replaceFirst("\\.java$", "").replace('/', '.'))
        .flatMap(full -> Arrays.stream(type(full).getDeclaredMethods()))
        .filter(it -> it.getName().equals(method))
        .anyMatch(it -> KINDS.stream().anyMatch(it::isAnnotationPresent));
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name, false, NamedTests.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean ofPage(String file, String title) {
    Pattern call = Pattern.compile("\\b(?:test|it)\\(\\s*(['\"`])" + Pattern.quote(title) + "\\1");
    return PAGE.stream()
        .flatMap(folder -> files(folder, file).stream())
        .anyMatch(it -> call.matcher(text(it)).find());
  }

  private static List<Path> files(Path folder, String name) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(it -> it.getFileName().toString().equals(name)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
