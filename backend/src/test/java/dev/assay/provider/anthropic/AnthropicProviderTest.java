package dev.assay.provider.anthropic;

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Anthropic sends and wants, against recordings. */
class AnthropicProviderTest {
  private static Asker asker;

  @BeforeAll
  static void start() {
    asker = new Asker(Protocol.ANTHROPIC);
  }

  @AfterAll
  static void stop() {
    asker.close();
  }

  @Test
  void aPlainAnswerHasTheUsageOfItsBeginningAndItsEnd() {
    Asked asked = asker.ask("anthropic/plain");

    assertThat(asked.answer()).isEqualTo("서울은 맑고 덥다 ☀️.");
    assertThat(asked.reasoning()).isEmpty();
    assertThat(asked.tokens()).containsExactly(1, 1);
    assertThat(asked.ended()).isEqualTo(new ChatEnd("stop", new TokenUsage(30, 15, null)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 64})
  void aCutWithinACharacterChangesNothing(int bytes) {
    assertThat(asker.ask(Recording.of("anthropic/plain").inPiecesOf(bytes)).answer())
        .isEqualTo("서울은 맑고 덥다 ☀️.");
  }

  @Test
  void thinkingIsReasoningAndItsTokensAreCounted() {
    Asked asked = asker.ask("anthropic/thinking");

    assertThat(asked.reasoning()).isEqualTo("I need to find the GCD.");
    assertThat(asked.answer()).isEqualTo("It is 21.");
    assertThat(asked.ended()).isEqualTo(new ChatEnd("length", new TokenUsage(40, 60, 48)));
  }

  @Test
  void unknownFieldsEventsAndDeltasArePassedOver() {
    Asked asked = asker.ask("anthropic/unknown");

    assertThat(asked.answer()).isEqualTo("Yes.");
    assertThat(asked.ended().finishReason()).isEqualTo("stop");
  }

  @Test
  void anAnswerThatComesAtOnceIsOnePiece() {
    Asked asked = asker.ask("anthropic/at-once");

    assertThat(asked.answer()).isEqualTo("Hi!");
    assertThat(asked.tokens()).containsExactly(3);
    assertThat(asked.ended()).isEqualTo(new ChatEnd("stop", new TokenUsage(25, 3, null)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "anthropic/error-middle      | UPSTREAM_UNAVAILABLE | failed in the middle of the answer."
            + " Try again. It said: Overloaded",
        "anthropic/key-rejected      | UPSTREAM_REJECTED    | rejected the key. Set the model's API"
            + " key. It said: invalid x-api-key",
        "anthropic/rate-limited      | RATE_LIMITED         | Try again in 12 s. It said: This"
            + " request would exceed",
        "anthropic/overloaded        | UPSTREAM_UNAVAILABLE | is overloaded. Try again in a moment."
            + " It said: Overloaded",
        "anthropic/refused-parameter | UPSTREAM_REJECTED    | refused the request (HTTP 400). It"
            + " said: temperature: may only be set to 1",
        "anthropic/no-such-model     | UPSTREAM_REJECTED    | has no model named model-1 at this"
            + " address. It said: model: claude-9",
        "openai/web-page             | UPSTREAM_UNAVAILABLE | answered, but not with a stream of"
            + " events. Is it a server of Anthropic's Messages API?",
        "openai/plain                | UPSTREAM_UNAVAILABLE | sent a piece that is not the JSON of"
            + " its protocol. Is it a server of Anthropic's",
        "anthropic/refusal           | CONTENT_BLOCKED      | stopped the answer for its safety"
            + " rules (content_filter). Category: bio. Ask in other words, or ask another model. It"
            + " said: This request may lead to harm."
      })
  void whatGoesWrongIsSaidInWords(String recording, ErrorCode code, String words) {
    AppException failure = asker.ask(recording).failure();

    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure).hasMessageContaining(words);
  }

  @Test
  void whatArrivedBeforeAnErrorOrARefusalStays() {
    assertThat(asker.ask("anthropic/error-middle").answer()).isEqualTo("Half");
    assertThat(asker.ask("anthropic/refusal").answer()).isEqualTo("First, ");
  }

  @Test
  void aMissingEndMarkAndABrokenConnectionAreSaid() {
    Recording plain = Recording.of("anthropic/plain");
    assertThat(asker.ask(plain.endingAt("event: message_stop")).failure())
        .hasMessageContaining("without its end mark");
    Asked broken = asker.ask(plain.brokenAt("맑고"));
    assertThat(broken.failure()).hasMessageContaining("broke off the connection");
    assertThat(broken.answer()).isEqualTo("서울은 ");
  }

  @Test
  void thePlainRequestHoldsWhatItMustAndNoMore() {
    Request request = asker.ask("anthropic/plain").request();

    assertThat(request.target()).isEqualTo("/v1/messages");
    assertThat(request.headers())
        .containsEntry("x-api-key", Asker.KEY)
        .containsEntry("anthropic-version", "2023-06-01")
        .containsEntry("content-type", "application/json")
        .doesNotContainKey("authorization");
    assertThat(request.body())
        .isEqualTo(
            Json.read(
                """
                {"model": "model-1", "max_tokens": 4096, "stream": true,
                 "messages": [{"role": "user", "content": "Hello"}]}
                """));
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
            ReasoningEffort.HIGH,
            JsonObject.of(Map.of("type", "object")),
            JsonObject.of(Map.of("metadata", Map.of("user_id", "u1"))));

    Request request =
        asker.ask(Recording.of("anthropic/plain"), "claude-opus-4-8", "Be brief.", all).request();

    assertThat(request.body())
        .isEqualTo(
            Json.read(
                """
                {"model": "claude-opus-4-8", "max_tokens": 100, "stream": true, "system": "Be brief.",
                 "messages": [{"role": "user", "content": "Hello"}],
                 "temperature": 0.5, "top_p": 0.9, "top_k": 40, "stop_sequences": ["a", "b"],
                 "thinking": {"type": "adaptive", "display": "summarized"},
                 "output_config": {"effort": "high", "format": {"type": "json_schema", "schema": {"type": "object"}}},
                 "metadata": {"user_id": "u1"}}
                """));
  }

  @Test
  void noEffortSwitchesThinkingOffAndTheLeastIsItsLow() {
    assertThat(with(ReasoningEffort.NONE))
        .isEqualTo(
            Json.read(
                """
                {"model": "m", "max_tokens": 4096, "stream": true, "thinking": {"type": "disabled"},
                 "messages": [{"role": "user", "content": "Hello"}]}
                """));
    assertThat(with(ReasoningEffort.MINIMAL).get("output_config"))
        .isEqualTo(Json.read("{\"effort\": \"low\"}"));
  }

  private static Json with(@Nullable ReasoningEffort effort) {
    Parameters parameters =
        new Parameters(
            null, null, null, null, null, null, null, null, null, null, effort, null, null);
    return asker.ask(Recording.of("anthropic/plain"), "m", null, parameters).request().body();
  }
}
