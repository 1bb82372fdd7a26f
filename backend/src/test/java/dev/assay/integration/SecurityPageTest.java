package dev.assay.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/security.md} answers every requirement, and shows what it says by tests. */
class SecurityPageTest {
  /** Those of level 2 in the chapters 2, 3 and 4 of the ASVS 4.0.3, by section. */
  private static final List<String> NUMBERS =
      Stream.of(
              section("2.1", 12),
              section("2.2", 3),
              section("2.3", 3),
              section("2.4", 5),
              section("2.5", 7),
              section("2.6", 3),
              section("2.7", 6),
              section("2.8", 7),
              section("2.9", 3),
              section("2.10", 4),
              section("3.1", 1),
              section("3.2", 4),
              section("3.3", 4),
              section("3.4", 5),
              section("3.5", 3),
              section("3.7", 1),
              section("4.1", 3),
              Stream.of("4.1.5"),
              section("4.2", 2),
              section("4.3", 3))
          .flatMap(numbers -> numbers)
          .toList();

  private static final String MET = "| 3.1.1 | It is asked. | met | It is so. | `%s` |\n";

  private final String text = Files.readString(Path.of("../docs/security.md"));

  SecurityPageTest() throws IOException {}

  private static Stream<String> section(String name, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> name + "." + number);
  }

  @Test
  void everyRequirementHasOneLineInItsPlace() {
    assertThat(SecurityPage.of(text).numbers()).containsExactlyElementsOf(NUMBERS);
  }

  @Test
  void whatIsMetIsShown() {
    assertThat(SecurityPage.of(text).problems()).isEmpty();
  }

  @Test
  void everyTestThatItNamesExists() {
    assertThat(SecurityPage.of(text).tests()).isNotEmpty().allMatch(NamedTests::exists);
  }

  @ParameterizedTest
  @ValueSource(strings = {"met", "partly"})
  void aClaimWithoutATestIsNoticed(String state) {
    String line = "| 3.1.1 | It is asked. | %s | It is so. | |\n".formatted(state);

    assertThat(SecurityPage.of(line).problems())
        .containsExactly("3.1.1 names no test that shows it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| 3.1.1 | It is asked. | met | `SessionTest.renewingRotatesTheRefreshToken` |\n",
        "| 3.1.1| It is asked. | met | It is so. | `A.b` |\n",
        "| 3.1.1 | It is asked. | perhaps | It is so. | |\n"
      })
  void aLineThatCannotBeReadIsNoticed(String line) {
    assertThat(SecurityPage.of(line).problems()).hasSize(1);
  }

  @Test
  void aLineThatIsMissingIsNoticed() {
    String without = text.replaceFirst("(?m)^\\| 3\\.4\\.2 .*\\n", "");

    assertThat(SecurityPage.of(without).numbers()).hasSize(NUMBERS.size() - 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SessionTest.renewingRotatesTheRefreshToken",
        "ApiTokenTest.aTokenCannotMakeItselfMore",
        "AccessTest.anotherPersonsIdsAreOfNoUse",
        "smoke.spec.ts: the page opens",
        "session-keeper.test.ts: is renewed by one of many tabs"
      })
  void testsOfAllKindsAreFound(String name) {
    assertThat(SecurityPage.of(MET.formatted(name)).tests())
        .containsExactly(name)
        .allMatch(NamedTests::exists);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SessionTest.isSignedIn",
        "SessionTest.nobodyWroteThis",
        "NoSuchTest.renewingRotatesTheRefreshToken",
        "SessionTest",
        "smoke.spec.ts: nobody wrote this",
        "no-such.spec.ts: the page opens"
      })
  void aTestThatDoesNotExistIsNoticed(String name) {
    assertThat(NamedTests.exists(name)).isFalse();
  }
}
