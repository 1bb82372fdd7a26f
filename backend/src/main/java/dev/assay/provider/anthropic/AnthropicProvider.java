package dev.assay.provider.anthropic;

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
import dev.assay.provider.UpstreamErrors.Said;
import dev.assay.provider.UpstreamResponse;
import dev.assay.provider.UpstreamSettings;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Streams {@code POST /messages}. */
@Singleton
final class AnthropicProvider implements ChatProvider {
  private static final String VERSION = "2023-06-01";
  private final Upstream upstream;
  private final UpstreamSettings settings;

  AnthropicProvider(Upstream upstream, UpstreamSettings settings) {
    this.upstream = upstream;
    this.settings = settings;
  }

  @Override
  public Protocol protocol() {
    return Protocol.ANTHROPIC;
  }

  @Override
  public Set<String> ignoredParameters() {
    return AnthropicRequest.IGNORED;
  }

  @Override
  public Set<String> ownFields(Parameters parameters) {
    if (parameters.reasoningEffort() == null) {
      return AnthropicRequest.FIELDS;
    }
    Set<String> fields = new HashSet<>(AnthropicRequest.FIELDS);
    fields.add(AnthropicRequest.THINKING);
    return fields;
  }

  @Override
  public ChatEnd stream(ChatRequest request, ChatSink sink, Cancellation cancellation) {
    Endpoint endpoint = request.endpoint();
    HttpRequest.Builder http =
        HttpRequest.newBuilder(URI.create(endpoint.address() + "/messages"))
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .header("anthropic-version", VERSION)
            .POST(BodyPublishers.ofByteArray(AnthropicRequest.write(request)));
    if (endpoint.apiKey() != null) {
      http.header("x-api-key", endpoint.apiKey());
    }
    try (UpstreamResponse response = upstream.send(http, endpoint, cancellation)) {
      if (response.status() != 200 || !response.isEventStream()) {
        throw UpstreamErrors.refused(request, response, Said.of(messageIn(response.text())));
      }
      return new AnthropicReading(endpoint, new AnswerPieces(sink, settings)).toEnd(response);
    }
  }

  private static @Nullable String messageIn(String body) {
    try {
      return AnthropicEvent.parse(body.getBytes(StandardCharsets.UTF_8)).error();
    } catch (IOException e) {
      return null;
    }
  }
}
