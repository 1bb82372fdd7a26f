package dev.assay.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonColumnsTest {
  private static final String SHORT = "{\"a\":1}";

  private final JsonColumns columns = new JsonColumns(ObjectMapper.getDefault());

  @Test
  void aShortTextIsParsedOnce() {
    assertThat(columns.read(SHORT, Map.class)).isEqualTo(Map.of("a", 1));
    assertThat(columns.read(SHORT, Map.class)).isSameAs(columns.read(SHORT, Map.class));
  }

  @Test
  void theSameTextMayBeValuesOfDifferentTypes() {
    assertThat(columns.readAll("[1,2]", Integer[].class)).containsExactly(1, 2);
    assertThat(columns.readAll("[1,2]", String[].class)).containsExactly("1", "2");
  }

  @Test
  void longTextsAreNotKept() {
    String text = "{\"a\":\"%s\"}".formatted("x".repeat(2_000));

    assertThat(columns.read(text, Map.class))
        .isEqualTo(columns.read(text, Map.class))
        .isNotSameAs(columns.read(text, Map.class));
  }
}
