package dev.assay.graphql.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentScanTest {
  private static final DocumentLimits LIMITS =
      new DocumentLimits(60, 12, 2, 2, 3, 1_000, 1_000, Duration.ofSeconds(1));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ a b c d e f g h i j k } | 12 tokens",
        "{ a(b: 1, c: -2.5, d: $e) } fragment F on G { x } | 12 tokens",
        "{ ...A ...B ...C ...D ...E ...F } | 12 tokens",
        "{ a: x b: y c: z } | 2 aliases",
        "{ x @a @b @c } | 2 directives",
        "{ a { b { c { d } } } } | 3 levels",
        "{ a(b: {c: {d: {e: 1}}}) } | 3 levels",
        "{ a(b: \"################################################################\") } | 60"
            + " characters",
      })
  void whatIsOverALimitIsRefused(String text, String limit) {
    assertThatThrownBy(() -> DocumentScan.check(text, LIMITS))
        .isInstanceOfSatisfying(
            AppException.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.QUERY_TOO_COMPLEX))
        .hasMessage("The document has more than " + limit + ". Ask for less.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{ a: x @c { e } }",
        "{ a { b { c } } }",
        "{ a(b: 1, c: 2) }",
        "{ a(b: \"{{{{ @@@@ :::: \\\" {{{{\") }",
        "{ a(b: \"\"\"{{{{ \" @@@@ \\\"\"\" {{{{ \"\"\") }",
        "{ a } # {{{{{{ @@@@@ : : : :\n",
        "{ a } # {{{{{{ @@@@@ : : : :",
        "} } } ) ) :",
      })
  void whatIsWithinThemPasses(String text) {
    assertThatCode(() -> DocumentScan.check(text, LIMITS)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{ a(b: \"", "{ a(b: \"\\", "{ a(b: \"\\\"", "{ a(b: \"\"\" {{{{{{{{"})
  void aStringWithoutAnEndIsRefused(String text) {
    assertThatThrownBy(() -> DocumentScan.check(text, LIMITS))
        .hasMessage("A string in the document has no end.");
  }
}
