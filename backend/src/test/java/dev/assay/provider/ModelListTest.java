package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.testing.Asker;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelListTest {
  @Test
  void serversSayWhatTheyOfferEachInItsOwnWords() {
    assertThat(listed(Protocol.OPENAI, "openai/models-vllm"))
        .containsExactly(
            new OfferedModel("Qwen/Qwen3-8B", "Qwen/Qwen3-8B", 40_960, null, "vllm"),
            new OfferedModel("sql-lora", "sql-lora", null, null, "vllm"));
    assertThat(listed(Protocol.OPENAI, "openai/models-ollama"))
        .containsExactly(
            new OfferedModel("llama3.2:latest", "llama3.2:latest", null, null, "library"));
    String file = "../models/Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf";
    assertThat(listed(Protocol.OPENAI, "openai/models-llama-cpp"))
        .containsExactly(new OfferedModel(file, file, 131_072, null, "llamacpp"));
    assertThat(listed(Protocol.OPENAI, "openai/models-groq"))
        .containsExactly(
            new OfferedModel(
                "llama-3.3-70b-versatile", "llama-3.3-70b-versatile", 131_072, 32_768, "Meta"));
    assertThat(listed(Protocol.ANTHROPIC, "anthropic/models"))
        .containsExactly(
            new OfferedModel("claude-sonnet-4-5-20250929", "Claude Sonnet 4.5", null, null, ""));
    assertThat(listed(Protocol.GEMINI, "gemini/models"))
        .containsExactly(
            new OfferedModel("gemini-2.5-flash", "Gemini 2.5 Flash", 1_048_576, 65_536, ""));
  }

  @Test
  void whatIsNoModelIsLeftOut() {
    assertThat(listed(Protocol.OPENAI, "openai/models-openrouter"))
        .containsExactly(new OfferedModel("openai/gpt-4", "GPT-4", 8_192, null, ""));
  }

  @Test
  void aServerMayBeThereAndKeepNoList() {
    try (Asker asker = new Asker(Protocol.OPENAI)) {
      assertThat(asker.models("openai/models-missing")).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OPENAI    | openai/key-rejected    | UPSTREAM_REJECTED    | rejected the key.",
        "OPENAI    | openai/web-page        | UPSTREAM_UNAVAILABLE | Is it an OpenAI-compatible",
        "OPENAI    | openai/overloaded      | UPSTREAM_UNAVAILABLE | answered HTTP 503 instead of",
        "OPENAI    | openai/rate-limited    | RATE_LIMITED         | Try again in 20 s.",
        "OPENAI    | gemini/models          | UPSTREAM_UNAVAILABLE | Is it an OpenAI-compatible",
        "ANTHROPIC | anthropic/key-rejected | UPSTREAM_REJECTED    | rejected the key.",
        "GEMINI    | gemini/key-rejected    | UPSTREAM_REJECTED    | rejected the key."
      })
  void whyThereIsNoListIsSaidInWordsWithoutTheKey(
      Protocol protocol, String recording, ErrorCode code, String words) {
    try (Asker asker = new Asker(protocol)) {
      assertThatThrownBy(() -> asker.models(recording))
          .isInstanceOfSatisfying(
              AppException.class, error -> assertThat(error.code()).isEqualTo(code))
          .hasMessageContaining(words)
          .hasMessageNotContaining(Asker.KEY);
    }
  }

  private static List<OfferedModel> listed(Protocol protocol, String recording) {
    try (Asker asker = new Asker(protocol)) {
      List<OfferedModel> models = asker.models(recording);
      assertThat(asker.server().requests().getLast().headers().values().toString())
          .contains(Asker.KEY);
      assertThat(models).isNotNull();
      return models;
    }
  }
}
