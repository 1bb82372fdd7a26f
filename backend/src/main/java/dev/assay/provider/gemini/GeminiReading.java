package dev.assay.provider.gemini;

import dev.assay.error.AppException;
import dev.assay.provider.AnswerPieces;
import dev.assay.provider.ChatEnd;
import dev.assay.provider.Endpoint;
import dev.assay.provider.Line;
import dev.assay.provider.TextKind;
import dev.assay.provider.UpstreamErrors;
import dev.assay.provider.UpstreamResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One answer being read. The protocol has no end mark: a finish reason stands in its place. */
final class GeminiReading {
  private final Endpoint endpoint;
  private final AnswerPieces answer;
  private boolean isFinished = false;

  GeminiReading(Endpoint endpoint, AnswerPieces answer) {
    this.endpoint = endpoint;
    this.answer = answer;
  }

  ChatEnd toEnd(UpstreamResponse response) {
    response.readEvents(data -> {
      take(parse(data));
      return true;
    });
    if (!isFinished) {
      throw UpstreamErrors.withoutEnd(endpoint);
    }
    return answer.end();
  }

  /** The whole body is the answer, of a server that cannot stream. */
  ChatEnd atOnce(byte[] body) {
    try {
      GeminiChunk.parseAll(body).forEach(this::take);
    } catch (IOException e) {
      throw UpstreamErrors.notTheProtocol(endpoint);
    }
    if (!isFinished) {
      throw UpstreamErrors.withoutEnd(endpoint);
    }
    return answer.end();
  }

  private GeminiChunk parse(Line data) {
    try {
      return GeminiChunk.parse(data);
    } catch (IOException e) {
      throw UpstreamErrors.notTheProtocol(endpoint);
    }
  }

  private void take(GeminiChunk chunk) {
    if (chunk.error() != null) {
      throw UpstreamErrors.inStream(endpoint, chunk.error());
    }
    answer.arrived(chunk.usage());
    answer.give(TextKind.REASONING, chunk.thoughts());
    answer.give(TextKind.ANSWER, chunk.text());
    AppException blocked = GeminiBlock.in(endpoint, chunk);
    if (blocked != null) {
      throw blocked;
    }
    if (chunk.finishReason() != null) {
      isFinished = true;
      answer.finished(finishReason(chunk.finishReason()));
    }
  }

  /** In OpenAI's words where they mean the same, else in Gemini's. */
  private static @Nullable String finishReason(String reason) {
    return switch (reason) {
      case "STOP" -> "stop";
      case "MAX_TOKENS" -> "length";
      default -> reason.toLowerCase(Locale.ROOT);
    };
  }
}
