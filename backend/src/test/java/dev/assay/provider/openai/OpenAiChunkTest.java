package dev.assay.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.provider.TokenUsage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiChunkTest {
  @Test
  void aDeltaHoldsItsText() throws IOException {
    OpenAiChunk chunk =
        parse(
            """
            {"id":"1","object":"chat.completion.chunk","created":1,"model":"m",
             "choices":[{"index":0,"delta":{"role":"assistant","content":"배송"},"logprobs":null,"finish_reason":null}],
             "usage":null}
            """);
    assertThat(chunk).isEqualTo(new OpenAiChunk("배송", null, null, null, null));
  }

  @Test
  void reasoningIsFoundUnderBothOfItsNames() throws IOException {
    assertThat(parse("{\"choices\":[{\"delta\":{\"reasoning_content\":\"hm\"}}]}").reasoning())
        .isEqualTo("hm");
    assertThat(
            parse("{\"choices\":[{\"delta\":{\"reasoning\":\"hm\",\"reasoning_content\":null}}]}")
                .reasoning())
        .isEqualTo("hm");
  }

  @Test
  void theLastChunkHoldsTheUsage() throws IOException {
    OpenAiChunk chunk =
        parse(
            """
            {"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":5,"total_tokens":8,
             "completion_tokens_details":{"reasoning_tokens":2,"audio_tokens":0}}}
            """);
    assertThat(chunk.usage()).isEqualTo(new TokenUsage(3, 5, 2));
  }

  @Test
  void anErrorIsAnObjectOrAText() throws IOException {
    assertThat(parse("{\"error\":{\"message\":\"full\",\"code\":400}}").error()).isEqualTo("full");
    assertThat(parse("{\"error\":\"Unauthorized\"}").error()).isEqualTo("Unauthorized");
    assertThat(parse("{\"error\":null}").error()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "\"text\"",
        "{\"choices\":[{\"delta\":{\"content\":\"a",
        "<html></html>",
        "{\"choices\":["
      })
  void whatIsNoWholeJsonObjectIsAnError(String data) {
    assertThatThrownBy(() -> parse(data)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"choices\":null}",
        "{\"choices\":{}}",
        "{\"choices\":[null,1,[]]}",
        "{\"choices\":[{\"delta\":7,\"finish_reason\":{}}]}",
        "{\"choices\":[{\"delta\":{\"content\":[1,{}]}}],\"usage\":[]}"
      })
  void whatHasAnotherShapeIsPassedOver(String data) throws IOException {
    assertThat(parse(data)).isEqualTo(new OpenAiChunk(null, null, null, null, null));
  }

  private static OpenAiChunk parse(String data) throws IOException {
    return OpenAiChunk.parse(data.getBytes(StandardCharsets.UTF_8));
  }
}
