package dev.assay.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Map<String, @Nullable Object> value = new LinkedHashMap<>();
    value.put("text", "a \"quoted\" \\ line\n\t\u0001 세계 🌍");
    value.put("numbers", List.of(1, -9_007_199_254_740_993L, new BigDecimal("0.10")));
    value.put("others", Arrays.asList(true, false, null, Map.of()));

    assertThat(read(write(value))).isEqualTo(value);
  }

  @Test
  void halfASurrogatePairIsEscapedSoThatThePiecesFitTogether() throws IOException {
    String world = "🌍";

    assertThat(write("a" + world.charAt(0))).isEqualTo("\"a\\ud83c\"");
    assertThat(write(world.charAt(1) + "\"b" + world)).isEqualTo("\"\\udf0d\\\"b🌍\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1", "nope", "{} {}", "1 2", "{'a': 1}", "{\"a\": NaN}"})
  void whatIsNoJsonIsRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);
  }

  @Test
  void depthIsBounded() {
    assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(IOException.class);
  }

  private static String write(Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = Json.generator(bytes)) {
      Json.write(out, value);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static @Nullable Object read(String text) throws IOException {
    return Json.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
