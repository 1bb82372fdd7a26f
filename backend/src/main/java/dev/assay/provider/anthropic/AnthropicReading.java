package dev.assay.provider.anthropic;

import dev.assay.provider.AnswerPieces;
import dev.assay.provider.ChatEnd;
import dev.assay.provider.Endpoint;
import dev.assay.provider.Line;
import dev.assay.provider.TextKind;
import dev.assay.provider.TokenUsage;
import dev.assay.provider.UpstreamErrors;
import dev.assay.provider.UpstreamResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One answer being read. */
final class AnthropicReading {
  private final Endpoint endpoint;
  private final AnswerPieces answer;
  private @Nullable Integer inputTokens;

  AnthropicReading(Endpoint endpoint, AnswerPieces answer) {
    this.endpoint = endpoint;
    this.answer = answer;
  }

  ChatEnd toEnd(UpstreamResponse response) {
    if (!response.readEvents(this::goesOn)) {
      throw UpstreamErrors.withoutEnd(endpoint);
    }
    return answer.end();
  }

  private boolean goesOn(Line data) {
    AnthropicEvent event = parse(data);
    if (event.type().equals("message_stop")) {
      return false;
    }
    take(event);
    return true;
  }

  /** The whole body is the answer, of a server that cannot stream; null where it is none. */
  @Nullable ChatEnd atOnce(AnthropicEvent whole) {
    if (!whole.type().equals("message")) {
      return null;
    }
    inputTokens = whole.inputTokens();
    Integer outputTokens = whole.outputTokens();
    answer.arrived(
        outputTokens == null
            ? null
            : new TokenUsage(inputTokens, outputTokens, whole.thinkingTokens()));
    answer.give(TextKind.REASONING, whole.thinking());
    answer.give(TextKind.ANSWER, whole.text());
    ending(whole);
    return answer.end();
  }

  private AnthropicEvent parse(Line data) {
    try {
      return AnthropicEvent.parse(data);
    } catch (IOException e) {
      throw UpstreamErrors.notTheProtocol(endpoint);
    }
  }

  /** Events of other types, such as {@code ping} and those to come, say nothing here. */
  private void take(AnthropicEvent event) {
    switch (event.type()) {
      case "message_start" -> inputTokens = event.inputTokens();
      case "content_block_start", "content_block_delta" -> piece(event);
      case "message_delta" -> ending(event);
      case "error" ->
          throw UpstreamErrors.inStream(endpoint, event.error() == null ? "" : event.error());
      default -> {}
    }
  }

  private void piece(AnthropicEvent event) {
    String thinking = event.thinking();
    String text = event.text();
    if ((thinking == null || thinking.isEmpty()) && (text == null || text.isEmpty())) {
      return;
    }
    answer.arrived(null);
    answer.give(TextKind.REASONING, thinking);
    answer.give(TextKind.ANSWER, text);
  }

  private void ending(AnthropicEvent event) {
    inputTokens = event.inputTokens() == null ? inputTokens : event.inputTokens();
    if (event.outputTokens() != null) {
      answer.counted(new TokenUsage(inputTokens, event.outputTokens(), event.thinkingTokens()));
    }
    if ("refusal".equals(event.stopReason())) {
      throw refusal(event);
    }
    answer.finished(finishReason(event.stopReason()));
  }

  private RuntimeException refusal(AnthropicEvent event) {
    String category = event.category() == null ? "" : " Category: " + event.category() + ".";
    return UpstreamErrors.blocked(
        endpoint,
        "%s stopped the answer for its safety rules (content_filter).%s Ask in other words, or ask another model."
            .formatted(endpoint.authority(), category),
        event.explanation());
  }

  /** In OpenAI's words where they mean the same, else in Anthropic's. */
  private static @Nullable String finishReason(@Nullable String stopReason) {
    return switch (stopReason) {
      case "end_turn", "stop_sequence" -> "stop";
      case "max_tokens", "model_context_window_exceeded" -> "length";
      case null, default -> stopReason;
    };
  }
}
