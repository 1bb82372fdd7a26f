package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
  void aLineBeyondTheLimitIsRefusedBeforeItIsReadWhole() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };
    LineReader reader = new LineReader(endless, 10_000);
    assertThatThrownBy(reader::next).isInstanceOf(LineReader.TooLongException.class);
  }

  private static List<String> read(String text, int atOnce, int max) throws IOException {
    LineReader reader =
        new LineReader(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
              @Override
              public int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, atOnce));
              }
            },
            max);
    List<String> lines = new ArrayList<>();
    for (Line line = reader.next(); line != null; line = reader.next()) {
      lines.add(line.toString());
    }
    return lines;
  }
}
