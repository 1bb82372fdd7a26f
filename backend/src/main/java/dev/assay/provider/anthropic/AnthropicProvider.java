package dev.assay.provider.anthropic;

import dev.assay.provider.AnswerPieces;
import dev.assay.provider.Cancellation;
import dev.assay.provider.ChatEnd;
import dev.assay.provider.ChatProvider;
import dev.assay.provider.ChatRequest;
import dev.assay.provider.ChatSink;
import dev.assay.provider.Endpoint;
import dev.assay.provider.ModelList;
import dev.assay.provider.OfferedModel;
import dev.assay.provider.Parameters;
import dev.assay.provider.Protocol;
import dev.assay.provider.Upstream;
import dev.assay.provider.UpstreamErrors;
import dev.assay.provider.UpstreamErrors.Said;
import dev.assay.provider.UpstreamRequest;
import dev.assay.provider.UpstreamResponse;
import dev.assay.provider.UpstreamSettings;
import dev.assay.provider.WireRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
  public WireRequest written(ChatRequest request) {
    return new WireRequest(
        request.endpoint().address() + "/messages",
        Map.of("anthropic-version", VERSION),
        "x-api-key",
        "",
        AnthropicRequest.write(request));
  }

  @Override
  public ChatEnd stream(ChatRequest request, ChatSink sink, Cancellation cancellation) {
    Endpoint endpoint = request.endpoint();
    UpstreamRequest http = UpstreamRequest.post(written(request), endpoint);
    try (UpstreamResponse response = upstream.send(http, endpoint, cancellation)) {
      AnswerPieces answer = new AnswerPieces(sink, settings);
      AnthropicReading reading = new AnthropicReading(endpoint, answer);
      if (response.status() == 200 && response.isEventStream()) {
        return reading.toEnd(response);
      }
      boolean isFine = response.status() == 200;
      AnthropicEvent whole =
          parse(isFine ? response.whole(answer.maxBodyBytes()) : response.start());
      ChatEnd end = isFine && whole != null ? reading.atOnce(whole) : null;
      if (end == null) {
        throw UpstreamErrors.refused(request, response, said(whole));
      }
      return end;
    }
  }

  @Override
  public @Nullable List<OfferedModel> models(Endpoint endpoint, Duration timeout) {
    UpstreamRequest http = request(endpoint, "/models?limit=1000");
    return upstream.ask(
        http,
        endpoint,
        timeout,
        response -> {
          if (ModelList.isMissing(response)) {
            return null;
          }
          if (response.status() != 200) {
            throw UpstreamErrors.noModelList(endpoint, response, said(parse(response.start())));
          }
          return ModelList.read(endpoint, response, "data", AnthropicModels::read);
        });
  }

  private static UpstreamRequest request(Endpoint endpoint, String path) {
    UpstreamRequest http =
        UpstreamRequest.get(endpoint.address() + path).header("anthropic-version", VERSION);
    if (endpoint.apiKey() != null) {
      http.header("x-api-key", endpoint.apiKey());
    }
    return http;
  }

  private static Said said(@Nullable AnthropicEvent body) {
    return Said.of(body == null ? null : body.error());
  }

  /** Null where it is not the protocol's JSON. */
  private static @Nullable AnthropicEvent parse(byte[] body) {
    try {
      return AnthropicEvent.parse(body);
    } catch (IOException e) {
      return null;
    }
  }
}
