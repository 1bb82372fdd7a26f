package dev.assay.identity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key that could be guessed is noticed at the start, not at the first sign-in. */
class WeakKeyTest {
  @ParameterizedTest
  @CsvSource({"assay.secret-key, SECRET_KEY", "assay.encryption-key, ENCRYPTION_KEY"})
  void aServerWithAWeakKeyDoesNotStart(String property, String setting) {
    assertThatThrownBy(() -> TestServer.start(Map.of(property, "too short")).close())
        .hasStackTraceContaining(setting + " must have at least 32 characters");
  }
}
