package dev.assay.provider.gemini;

import dev.assay.error.AppException;
import dev.assay.provider.AnswerPieces;
import dev.assay.provider.Cancellation;
import dev.assay.provider.ChatEnd;
import dev.assay.provider.ChatProvider;
import dev.assay.provider.ChatRequest;
import dev.assay.provider.ChatSink;
import dev.assay.provider.Endpoint;
import dev.assay.provider.Parameters;
import dev.assay.provider.Protocol;
import dev.assay.provider.Upstream;
import dev.assay.provider.UpstreamErrors;
import dev.assay.provider.UpstreamResponse;
import dev.assay.provider.UpstreamSettings;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;

/** Streams {@code POST /models/{model}:streamGenerateContent}. */
@Singleton
final class GeminiProvider implements ChatProvider {
  private final Upstream upstream;
  private final UpstreamSettings settings;

  GeminiProvider(Upstream upstream, UpstreamSettings settings) {
    this.upstream = upstream;
    this.settings = settings;
  }

  @Override
  public Protocol protocol() {
    return Protocol.GEMINI;
  }

  @Override
  public Set<String> ignoredParameters() {
    return GeminiRequest.IGNORED;
  }

  @Override
  public Set<String> ownFields(Parameters parameters) {
    return GeminiRequest.FIELDS;
  }

  @Override
  public ChatEnd stream(ChatRequest request, ChatSink sink, Cancellation cancellation) {
    Endpoint endpoint = request.endpoint();
    HttpRequest.Builder http =
        HttpRequest.newBuilder(GeminiRequest.address(request))
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(BodyPublishers.ofByteArray(GeminiRequest.write(request)));
    if (endpoint.apiKey() != null) {
      // The protocol also takes it in the address, which every proxy on the way would log.
      http.header("x-goog-api-key", endpoint.apiKey());
    }
    try (UpstreamResponse response = upstream.send(http, endpoint, cancellation)) {
      if (response.status() != 200 || !response.isEventStream()) {
        throw refused(request, response);
      }
      return new GeminiReading(endpoint, new AnswerPieces(sink, settings)).toEnd(response);
    }
  }

  private static AppException refused(ChatRequest request, UpstreamResponse response) {
    GeminiErrorBody body = GeminiErrorBody.parse(response.text());
    return body.isKeyInvalid()
        ? UpstreamErrors.keyRejected(request.endpoint(), body.said())
        : UpstreamErrors.refused(request, response, body.said());
  }
}
