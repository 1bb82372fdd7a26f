package dev.assay.provider.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.provider.ChatEnd;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Gemini sends and wants, against recordings. */
class GeminiProviderTest {
  private static Asker asker;

  @BeforeAll
  static void start() {
    asker = new Asker(Protocol.GEMINI);
  }

  @AfterAll
  static void stop() {
    asker.close();
  }

  @Test
  void aPlainAnswerIsCountedByItsRunningUsage() {
    Asked asked = asker.ask("gemini/plain");

    assertThat(asked.answer()).isEqualTo("서울은 맑고 덥다 ☀️.");
    assertThat(asked.reasoning()).isEmpty();
    assertThat(asked.tokens()).containsExactly(2, 5);
    assertThat(asked.ended()).isEqualTo(new ChatEnd("stop", new TokenUsage(8, 7, null)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 64})
  void aCutWithinACharacterChangesNothing(int bytes) {
    assertThat(asker.ask(Recording.of("gemini/plain").inPiecesOf(bytes)).answer())
        .isEqualTo("서울은 맑고 덥다 ☀️.");
  }

  @Test
  void thoughtsAreReasoningAndCountAsCompletion() {
    Asked asked = asker.ask("gemini/thoughts");

    assertThat(asked.reasoning()).isEqualTo("**Comparing**\n\n9.8 is more.");
    assertThat(asked.answer()).isEqualTo("9.8.");
    assertThat(asked.tokens()).containsExactly(20, 8, 0, 1);
    assertThat(asked.ended()).isEqualTo(new ChatEnd("length", new TokenUsage(8, 29, 25)));
  }

  @Test
  void unknownFieldsPartsAndCommentsArePassedOver() {
    Asked asked = asker.ask("gemini/unknown");

    assertThat(asked.answer()).isEqualTo("Yes.");
    assertThat(asked.ended()).isEqualTo(new ChatEnd("stop", new TokenUsage(3, 1, null)));
  }

  @Test
  void anAnswerThatComesAtOnceIsReadWhole() {
    Asked asked = asker.ask("gemini/at-once");

    assertThat(asked.answer()).isEqualTo("Hi!");
    assertThat(asked.ended()).isEqualTo(new ChatEnd("stop", new TokenUsage(8, 2, null)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gemini/error-middle      | UPSTREAM_UNAVAILABLE | failed in the middle of the answer. Try"
            + " again. It said: The service is currently unavailable.",
        "gemini/key-rejected      | UPSTREAM_REJECTED    | rejected the key. Set the model's API"
            + " key. It said: API key not valid.",
        "gemini/rate-limited      | RATE_LIMITED         | Try again in 35 s. It said: You exceeded"
            + " your current quota.",
        "gemini/overloaded        | UPSTREAM_UNAVAILABLE | failed (HTTP 503). Its own log may say"
            + " why; try again. It said: The model is overloaded.",
        "gemini/refused-parameter | UPSTREAM_REJECTED    | refused the request (HTTP 400). It said:"
            + " Budget 0 is invalid.",
        "gemini/no-such-model     | UPSTREAM_REJECTED    | has no model named model-1 at this"
            + " address. It said: models/gemini-9 is not found",
        "openai/web-page          | UPSTREAM_UNAVAILABLE | sent a piece that is not the JSON of its"
            + " protocol. Is it a server of Google's Gemini API?",
        "gemini/blocked-prompt    | CONTENT_BLOCKED      | blocked the prompt: SAFETY, category"
            + " HARM_CATEGORY_DANGEROUS_CONTENT at level MEDIUM. Ask in other words, or raise that"
            + " category's threshold by safetySettings in the parameter extra.",
        "gemini/blocked-answer    | CONTENT_BLOCKED      | blocked the answer: SAFETY, category"
            + " HARM_CATEGORY_HARASSMENT at level HIGH. Ask in other words",
        "gemini/recitation        | CONTENT_BLOCKED      | blocked the answer: RECITATION. The"
            + " answer came too close to a text that it learnt from. Ask for it in other words, or"
            + " raise the temperature. It said: The response was blocked"
      })
  void whatGoesWrongIsSaidInWords(String recording, ErrorCode code, String words) {
    AppException failure = asker.ask(recording).failure();

    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure).hasMessageContaining(words);
  }

  @Test
  void whatArrivedBeforeAnErrorOrABlockStays() {
    assertThat(asker.ask("gemini/error-middle").answer()).isEqualTo("Half");
    assertThat(asker.ask("gemini/blocked-answer").answer()).isEqualTo("You could ");
  }

  @Test
  void aMissingFinishReasonAndABrokenConnectionAreSaid() {
    Recording plain = Recording.of("gemini/plain");
    assertThat(
            asker
                .ask(
                    plain.endingAt(
                        "data: {\"candidates\": [{\"content\": {\"parts\": [{\"text\": \"\"}"))
                .failure())
        .hasMessageContaining("without its end mark");
    Asked broken = asker.ask(plain.brokenAt("맑고"));
    assertThat(broken.failure()).hasMessageContaining("broke off the connection");
    assertThat(broken.answer()).isEqualTo("서울은 ");
  }

  @Test
  void thePlainRequestHoldsWhatItMustAndTheKeyInAHeaderAlone() {
    Request request = asker.ask("gemini/plain").request();

    assertThat(request.target()).isEqualTo("/v1/models/model-1:streamGenerateContent?alt=sse");
    assertThat(request.headers())
        .containsEntry("x-goog-api-key", Asker.KEY)
        .containsEntry("content-type", "application/json")
        .doesNotContainKey("authorization");
    assertThat(request.body())
        .isEqualTo(
            Json.read(
                "{\"contents\": [{\"role\": \"user\", \"parts\": [{\"text\": \"Hello\"}]}]}"));
  }

  @ParameterizedTest
  @CsvSource({
    "gemini-3.8-flash,        models/gemini-3.8-flash",
    "models/gemini-3.8-flash, models/gemini-3.8-flash",
    "tunedModels/mine,        tunedModels/mine",
    "a b?key=c#d,             models/a%20b%3Fkey%3Dc%23d"
  })
  void aModelsKindMayBeLeftOut(String model, String path) {
    Request request =
        asker.ask(Recording.of("gemini/plain"), model, null, Parameters.NONE).request();

    assertThat(request.target()).isEqualTo("/v1/" + path + ":streamGenerateContent?alt=sse");
  }

  @Test
  void everyParameterThatItKnowsHasItsField() {
    Parameters all =
        new Parameters(
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
            ReasoningEffort.LOW,
            JsonObject.of(Map.of("type", "object")),
            JsonObject.of(Map.of("safetySettings", List.of())));

    assertThat(asker.ask(Recording.of("gemini/plain"), "m", "Be brief.", all).request().body())
        .isEqualTo(
            Json.read(
                """
                {"systemInstruction": {"parts": [{"text": "Be brief."}]},
                 "contents": [{"role": "user", "parts": [{"text": "Hello"}]}],
                 "generationConfig": {"temperature": 0.5, "maxOutputTokens": 100, "topP": 0.9, "topK": 40, "seed": 7,
                   "stopSequences": ["a", "b"], "frequencyPenalty": 0.1, "presencePenalty": -0.1,
                   "responseMimeType": "application/json", "responseJsonSchema": {"type": "object"},
                   "thinkingConfig": {"includeThoughts": true, "thinkingBudget": 1024}},
                 "safetySettings": []}
                """));
  }
}
