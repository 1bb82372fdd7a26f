package dev.assay.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.provider.ChatEnd;
import dev.assay.provider.ChatRequest;
import dev.assay.provider.Endpoint;
import dev.assay.provider.JsonObject;
import dev.assay.provider.Parameters;
import dev.assay.provider.Protocol;
import dev.assay.provider.ReasoningEffort;
import dev.assay.provider.TokenUsage;
import dev.assay.testing.Asker;
import dev.assay.testing.Asker.Asked;
import dev.assay.testing.Json;
import dev.assay.testing.Recording;
import dev.assay.testing.ReplayServer.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the servers that speak OpenAI's protocol send and want, against recordings of them. */
class OpenAiProviderTest {
  private static Asker asker;

  @BeforeAll
  static void start() {
    asker = new Asker(Protocol.OPENAI);
  }

  @AfterAll
  static void stop() {
    asker.close();
  }

  @Test
  void aPlainAnswerHasItsUsageFromTheLastChunk() {
    Asked asked = asker.ask("openai/plain");

    assertThat(asked.answer()).isEqualTo("서울은 맑고 덥다 ☀️.");
    assertThat(asked.reasoning()).isEmpty();
    assertThat(asked.tokens()).containsExactly(1, 1, 1);
    assertThat(asked.ended()).isEqualTo(new ChatEnd("stop", new TokenUsage(13, 7, 0)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 64})
  void aCutWithinACharacterChangesNothing(int bytes) {
    assertThat(asker.ask(Recording.of("openai/plain").inPiecesOf(bytes)).answer())
        .isEqualTo("서울은 맑고 덥다 ☀️.");
  }

  @Test
  void aSlowStreamIsWaitedFor() {
    Recording slow = Recording.of("openai/plain").inPiecesOf(400).pausing(Duration.ofMillis(20));
    assertThat(asker.ask(slow).answer()).isEqualTo("서울은 맑고 덥다 ☀️.");
  }

  @ParameterizedTest
  @CsvSource({
    "openai/reasoning,         9.8 is 9.80.,  9.8, length",
    "openai/reasoning-renamed, Let me see.,   9.8, stop",
    "openai/parts,             'Hm, nine.',   9.8, stop"
  })
  void reasoningIsToldApartWhateverItIsCalled(
      String recording, String reasoning, String answer, String finishReason) {
    Asked asked = asker.ask(recording);

    assertThat(asked.reasoning()).isEqualTo(reasoning);
    assertThat(asked.answer()).isEqualTo(answer);
    assertThat(asked.ended().finishReason()).isEqualTo(finishReason);
  }

  @Test
  void unknownFieldsAndEventsArePassedOver() {
    Asked asked = asker.ask("openai/unknown");

    assertThat(asked.answer()).isEqualTo("Yes.");
    assertThat(asked.ended()).isEqualTo(new ChatEnd("stop", null));
  }

  @Test
  void anAnswerThatComesAtOnceIsOnePiece() {
    Asked asked = asker.ask("openai/at-once");

    assertThat(asked.answer()).isEqualTo("서울은 맑다.");
    assertThat(asked.reasoning()).isEqualTo("Look outside.");
    assertThat(asked.tokens()).containsExactly(10, 0);
    assertThat(asked.ended()).isEqualTo(new ChatEnd("stop", new TokenUsage(19, 10, 4)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "openai/error-middle      | UPSTREAM_UNAVAILABLE | failed in the middle of the answer. Try"
            + " again. It said: EngineCore encountered an issue.",
        "openai/key-rejected      | UPSTREAM_REJECTED    | rejected the key. Set the model's API"
            + " key. It said: Incorrect API key provided: ….",
        "openai/rate-limited      | RATE_LIMITED         | Try again in 20 s. It said: Rate limit"
            + " reached",
        "openai/refused-parameter | UPSTREAM_REJECTED    | refused the request (HTTP 400). It said:"
            + " Unsupported parameter: 'top_k'.",
        "openai/overloaded        | UPSTREAM_UNAVAILABLE | failed (HTTP 503). Its own log may say"
            + " why; try again. It said: Loading model",
        "openai/ollama-error      | UPSTREAM_REJECTED    | has no model named model-1 at this"
            + " address. It said: model 'llama9' not found",
        "openai/vllm-error        | UPSTREAM_REJECTED    | refused the request (HTTP 400). It said:"
            + " This model's maximum context length is 4096 tokens.",
        "openai/web-page          | UPSTREAM_UNAVAILABLE | answered, but not with a stream of"
            + " events. Is it an OpenAI-compatible server?"
      })
  void whatGoesWrongIsSaidInWordsWithoutTheKey(String recording, ErrorCode code, String words) {
    AppException failure = asker.ask(recording).failure();

    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure).hasMessageContaining(words);
    assertThat(failure.getMessage()).doesNotContain(Asker.KEY);
  }

  @Test
  void whatArrivedBeforeAnErrorStays() {
    assertThat(asker.ask("openai/error-middle").answer()).isEqualTo("Half");
  }

  @Test
  void aMissingEndMarkAndABrokenConnectionAreSaid() {
    Recording plain = Recording.of("openai/plain");
    assertThat(asker.ask(plain.endingAt("data: [DONE]")).failure())
        .hasMessageContaining("without its end mark");
    Asked broken = asker.ask(plain.brokenAt("덥다"));
    assertThat(broken.failure()).hasMessageContaining("broke off the connection");
    assertThat(broken.answer()).isEqualTo("서울은 맑고 ");
  }

  @Test
  void thePlainRequestHoldsWhatItMustAndNoMore() {
    int before = asker.server().requests().size();
    Request request = asker.ask("openai/plain").request();

    assertThat(asker.server().requests()).hasSize(before + 1);
    assertThat(request.target()).isEqualTo("/v1/chat/completions");
    assertThat(request.headers())
        .containsEntry("authorization", "Bearer " + Asker.KEY)
        .containsEntry("content-type", "application/json")
        .containsEntry("accept", "text/event-stream");
    assertThat(request.body())
        .isEqualTo(
            Json.read(
                """
                {"model": "model-1",
                 "messages": [{"role": "user", "content": "Hello"}],
                 "stream": true, "stream_options": {"include_usage": true}}
                """));
  }

  @Test
  void everyParameterHasItsField() {
    assertThat(asker.ask(Recording.of("openai/plain"), "m", "Be brief.", all()).request().body())
        .isEqualTo(
            Json.read(
                """
                {"model": "m",
                 "messages": [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hello"}],
                 "stream": true, "stream_options": {"include_usage": true},
                 "temperature": 0.5, "max_tokens": 100, "top_p": 0.9, "seed": 7, "stop": ["a", "b"],
                 "top_k": 40, "min_p": 0.05, "frequency_penalty": 0.1, "presence_penalty": -0.1,
                 "repetition_penalty": 1.1, "reasoning_effort": "minimal",
                 "response_format": {"type": "json_schema", "json_schema": {"name": "answer", "schema": {"type": "object"}}},
                 "repeat_penalty": 1.2, "chat_template_kwargs": {"enable_thinking": false}, "nothing": null}
                """));
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.openai.com/v1,    max_completion_tokens",
    "https://eu.api.openai.com/v1, max_completion_tokens",
    "https://api.openai.com.example.com/v1, max_tokens",
    "http://localhost:8000/v1,     max_tokens"
  })
  void openAiItselfHasAnotherNameForTheMostTokens(String address, String name) {
    Endpoint endpoint = new Endpoint(URI.create(address), Protocol.OPENAI, null);
    byte[] body = OpenAiRequest.write(new ChatRequest(endpoint, "m", null, "Hello", all()));
    Json json = Json.read(new String(body, StandardCharsets.UTF_8));

    assertThat(json.get(name).integer()).isEqualTo(100);
    assertThat(json.has("max_tokens") && json.has("max_completion_tokens")).isFalse();
  }

  private static Parameters all() {
    return new Parameters(
        0.5,
        100,
        0.9,
        7L,
        List.of("a", "b"),
        40,
        0.05,
        0.1,
        -0.1,
        1.1,
        ReasoningEffort.MINIMAL,
        JsonObject.of(Map.of("type", "object")),
        new JsonObject(
            "{\"repeat_penalty\":1.2,\"chat_template_kwargs\":{\"enable_thinking\":false},\"nothing\":null}"));
  }
}
