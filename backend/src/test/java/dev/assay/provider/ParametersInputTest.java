package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.error.AppException;
import dev.assay.graphql.Input;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersInputTest {
  @Test
  void nothingGivenIsNothingSet() {
    assertThat(ParametersInput.read(Input.of(Map.of())).names()).isEmpty();
  }

  @Test
  void noExtraFieldsAreSetNonetheless() {
    assertThat(ParametersInput.read(Input.of(Map.of("extra", Map.of()))).names())
        .containsExactly("extra");
  }

  /** JSON can escape it, UTF-8 cannot hold it. */
  @Test
  void aFieldsNameIsUnicode() {
    Input input = Input.of(Map.of("extra", Map.of("a", Map.of("\ud800", 1))));

    assertThatThrownBy(() -> ParametersInput.read(input))
        .isInstanceOfSatisfying(
            AppException.class,
            error -> assertThat(error.details()).containsEntry("field", "extra"));
  }
}
