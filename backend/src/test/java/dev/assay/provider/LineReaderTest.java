package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 4096})
  void linesAreTheSameHoweverTheyArrive(int atOnce) throws IOException {
    String text = "data: 배송\r\n\r\ndata: {\"a\": \"😀\"}\n" + "x".repeat(9_000) + "\n";
    assertThat(read(text, atOnce, 100_000))
        .containsExactly("data: 배송", "", "data: {\"a\": \"😀\"}", "x".repeat(9_000));
  }

  @Test
  void aLineWithoutItsEndIsNoLine() throws IOException {
    assertThat(read("whole\nhalf", 4096, 100)).containsExactly("whole");
  }

  @Test
  void aLineBeyondTheLimitIsRefusedBeforeItIsReadWhole() throws IOException {
    LineReader reader = new LineReader(10_000);
    reader.add("x".repeat(10_000).getBytes(StandardCharsets.UTF_8));
    assertThat(reader.next()).isNull();
    reader.add(new byte[] {'x'});
    assertThatThrownBy(reader::next).isInstanceOf(LineReader.TooLongException.class);
  }

  @Test
  void aLongLineOfManySmallPartsComesWhole() throws IOException {
    LineReader reader = new LineReader(1_000_000);
    byte[] part = "0123456789".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 10_000; i++) {
      reader.add(part.clone());
      assertThat(reader.next()).isNull();
    }
    reader.add("\nnext".getBytes(StandardCharsets.UTF_8));
    assertThat(reader.next()).hasToString("0123456789".repeat(10_000));
    assertThat(reader.next()).isNull();
    reader.add(" one\n".getBytes(StandardCharsets.UTF_8));
    assertThat(reader.next()).hasToString("next one");
  }

  private static List<String> read(String text, int atOnce, int max) throws IOException {
    LineReader reader = new LineReader(max);
    List<String> lines = new ArrayList<>();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int from = 0; from < bytes.length; from += atOnce) {
      reader.add(Arrays.copyOfRange(bytes, from, Math.min(from + atOnce, bytes.length)));
      for (Line line = reader.next(); line != null; line = reader.next()) {
        lines.add(line.toString());
      }
    }
    return lines;
  }
}
