package dev.assay.provider.openai;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.provider.Cancellation;
import dev.assay.provider.ChatEnd;
import dev.assay.provider.ChatProvider;
import dev.assay.provider.ChatRequest;
import dev.assay.provider.ChatSink;
import dev.assay.provider.Endpoint;
import dev.assay.provider.Line;
import dev.assay.provider.Protocol;
import dev.assay.provider.TextCleaner;
import dev.assay.provider.TextKind;
import dev.assay.provider.TokenUsage;
import dev.assay.provider.Upstream;
import dev.assay.provider.UpstreamResponse;
import dev.assay.provider.UpstreamSettings;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.jspecify.annotations.Nullable;

/** Streams {@code POST /chat/completions}. */
@Singleton
final class OpenAiProvider implements ChatProvider {
  private final Upstream upstream;
  private final UpstreamSettings settings;

  OpenAiProvider(Upstream upstream, UpstreamSettings settings) {
    this.upstream = upstream;
    this.settings = settings;
  }

  @Override
  public Protocol protocol() {
    return Protocol.OPENAI;
  }

  @Override
  public ChatEnd stream(ChatRequest request, ChatSink sink, Cancellation cancellation) {
    Endpoint endpoint = request.endpoint();
    HttpRequest.Builder http =
        HttpRequest.newBuilder(URI.create(endpoint.address() + "/chat/completions"))
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(BodyPublishers.ofByteArray(OpenAiRequest.write(request)));
    if (endpoint.apiKey() != null) {
      http.header("Authorization", "Bearer " + endpoint.apiKey());
    }
    try (UpstreamResponse response = upstream.send(http, endpoint, cancellation)) {
      if (response.status() != 200 || !response.isEventStream()) {
        throw OpenAiErrors.refused(request, response);
      }
      return new Reading(endpoint, sink).toEnd(response);
    }
  }

  /** One answer being read. */
  private final class Reading {
    private final Endpoint endpoint;
    private final ChatSink sink;
    private final TextCleaner answerCleaner = new TextCleaner();
    private final TextCleaner reasoningCleaner = new TextCleaner();
    private @Nullable String finishReason;
    private @Nullable TokenUsage usage;
    private int tokens = 0;
    private long units = 0;

    Reading(Endpoint endpoint, ChatSink sink) {
      this.endpoint = endpoint;
      this.sink = sink;
    }

    ChatEnd toEnd(UpstreamResponse response) {
      for (Line data = response.nextEvent(); data != null; data = response.nextEvent()) {
        if (data.equalsAscii("[DONE]")) {
          response.drain();
          return new ChatEnd(finishReason, usage);
        }
        take(parse(data));
      }
      throw new AppException(
          ErrorCode.UPSTREAM_UNAVAILABLE,
          "%s ended the answer without its end mark, so it may be incomplete. Try again."
              .formatted(endpoint.authority()));
    }

    private OpenAiChunk parse(Line data) {
      try {
        return OpenAiChunk.parse(data);
      } catch (IOException e) {
        throw new AppException(
            ErrorCode.UPSTREAM_UNAVAILABLE,
            "%s sent a piece that is not the JSON of its protocol. Is it an OpenAI-compatible server?"
                .formatted(endpoint.authority()));
      }
    }

    private void take(OpenAiChunk chunk) {
      if (chunk.error() != null) {
        throw OpenAiErrors.inStream(endpoint, chunk.error());
      }
      int inPiece = countTokens(chunk.usage());
      give(TextKind.REASONING, reasoningCleaner, chunk.reasoning(), inPiece);
      give(TextKind.ANSWER, answerCleaner, chunk.content(), inPiece);
      if (chunk.finishReason() != null) {
        finishReason = TextCleaner.cleanWhole(chunk.finishReason());
      }
    }

    /**
     * A server that sends a running count is believed; else a piece is a token, as servers stream
     * one a piece.
     */
    private int countTokens(@Nullable TokenUsage running) {
      if (running == null) {
        tokens++;
        return 1;
      }
      usage = running;
      Integer completion = running.completionTokens();
      int before = tokens;
      tokens = completion == null ? tokens + 1 : completion;
      return Math.max(tokens - before, 0);
    }

    private void give(TextKind kind, TextCleaner cleaner, @Nullable String raw, int inPiece) {
      String text = raw == null ? "" : cleaner.clean(raw);
      if (text.isEmpty()) {
        return;
      }
      units += text.length();
      if (units * 2 > settings.maxAnswerBytes()) {
        throw new AppException(
            ErrorCode.UPSTREAM_UNAVAILABLE,
            "The answer grew beyond %,d bytes and was cut off there. Set max tokens."
                .formatted(settings.maxAnswerBytes()));
      }
      sink.piece(kind, text, inPiece);
    }
  }
}
