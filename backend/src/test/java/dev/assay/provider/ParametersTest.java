package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.database.JsonColumns;
import io.micronaut.serde.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParametersTest {
  private final JsonColumns json = new JsonColumns(ObjectMapper.getDefault());

  @Test
  void parametersAreReadAsTheyWereWritten() {
    JsonObject object = new JsonObject("{\"b\":\"\\u0000\",\"a\":[1,null,0.10]}");
    Parameters all =
        new Parameters(
            0.5,
            1,
            0.9,
            7L,
            List.of("a"),
            4,
            0.1,
            0.2,
            0.3,
            1.1,
            ReasoningEffort.LOW,
            object,
            object);

    assertThat(json.read(json.write(all), Parameters.class)).isEqualTo(all);
    assertThat(all.names()).hasSize(Parameters.class.getRecordComponents().length);
    assertThat(Parameters.NONE.overlaidBy(all)).isEqualTo(all);
    assertThat(all.overlaidBy(Parameters.NONE)).isEqualTo(all);
  }

  @Test
  void rowsFromBeforeAParameterExistedHaveNone() {
    assertThat(json.read("{\"temperature\":0.5}", Parameters.class).names())
        .containsExactly("temperature");
  }
}
