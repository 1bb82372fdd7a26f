package dev.assay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {

  @Test
  void aTokenIsAWordPieceOrTwoSyllables() {
    assertThat(Tokenizer.split("The internationalisation of  tea\n\n- one"))
        .containsExactly(
            "The", " inte", "rnat", "iona", "lisa", "tion", " of", "  tea", "\n", "\n", "-",
            " one");
    assertThat(Tokenizer.split("광합성을 설명해요")).containsExactly("광합", "성을", " 설명", "해요");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n",
        "  two  spaces  ",
        "👩‍👩‍👧‍👦🎉🎉🎉",
        "a🎉b🎉c🎉d🎉e",
        "한글과 English 섞기\n끝",
        "\t\"quotes\" \\ and \u0001 control"
      })
  void thePiecesJoinedAreTheTextAndNoneTearsACharacter(String text) {
    assertThat(String.join("", Tokenizer.split(text))).isEqualTo(text);
    assertThat(Tokenizer.split(text))
        .noneMatch(token -> Character.isHighSurrogate(token.charAt(token.length() - 1)))
        .noneMatch(String::isEmpty);
    assertThat(escaped(text)).isEqualTo(text);
  }

  @Test
  void aChunkIsFramedByItsSizeInHex() {
    for (int size : new int[] {1, 15, 16, 255, 256, 4096, 5_000_000}) {
      Bytes chunk = new Bytes().put(new byte[] {'x'}).putChunk(new byte[size], 0, size);
      String head = "x" + Integer.toHexString(size) + "\r\n";
      assertThat(text(chunk))
          .startsWith(head + "\0")
          .endsWith("\0\r\n")
          .hasSize(head.length() + size + 2);
    }
  }

  private static String escaped(String text) {
    String json = "{\"t\":\"" + text(new Bytes().putJson(text)) + "\"}";
    return String.valueOf(Json.readObject(json.getBytes(StandardCharsets.UTF_8)).get("t"));
  }

  private static String text(Bytes bytes) {
    return new String(bytes.array(), 0, bytes.size(), StandardCharsets.UTF_8);
  }
}
