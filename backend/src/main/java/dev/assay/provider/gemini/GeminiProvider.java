package dev.assay.provider.gemini;

import dev.assay.error.AppException;
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
import dev.assay.provider.UpstreamRequest;
import dev.assay.provider.UpstreamResponse;
import dev.assay.provider.UpstreamSettings;
import dev.assay.provider.WireRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
  public WireRequest written(ChatRequest request) {
    return new WireRequest(
        GeminiRequest.address(request),
        Map.of(),
        "x-goog-api-key",
        "",
        GeminiRequest.write(request));
  }

  @Override
  public ChatEnd stream(ChatRequest request, ChatSink sink, Cancellation cancellation) {
    Endpoint endpoint = request.endpoint();
    UpstreamRequest http = UpstreamRequest.post(written(request), endpoint);
    try (UpstreamResponse response = upstream.send(http, endpoint, cancellation)) {
      if (response.status() != 200) {
        throw refused(request, response);
      }
      AnswerPieces answer = new AnswerPieces(sink, settings);
      GeminiReading reading = new GeminiReading(endpoint, answer);
      return response.isEventStream()
          ? reading.toEnd(response)
          : reading.atOnce(response.whole(answer.maxBodyBytes()));
    }
  }

  @Override
  public @Nullable List<OfferedModel> models(Endpoint endpoint, Duration timeout) {
    UpstreamRequest http = UpstreamRequest.get(endpoint.address() + "/models?pageSize=1000");
    authorise(http, endpoint);
    return upstream.ask(
        http,
        endpoint,
        timeout,
        response -> {
          if (ModelList.isMissing(response)) {
            return null;
          }
          if (response.status() != 200) {
            throw noModelList(endpoint, response);
          }
          return ModelList.read(endpoint, response, "models", GeminiModels::read);
        });
  }

  private static void authorise(UpstreamRequest http, Endpoint endpoint) {
    if (endpoint.apiKey() != null) {
      // The protocol also takes it in the address, which every proxy on the way would log.
      http.header("x-goog-api-key", endpoint.apiKey());
    }
  }

  private static AppException noModelList(Endpoint endpoint, UpstreamResponse response) {
    GeminiErrorBody body = GeminiErrorBody.parse(response.start());
    return body.isKeyInvalid()
        ? UpstreamErrors.keyRejected(endpoint, body.said())
        : UpstreamErrors.noModelList(endpoint, response, body.said());
  }

  private static AppException refused(ChatRequest request, UpstreamResponse response) {
    GeminiErrorBody body = GeminiErrorBody.parse(response.start());
    return body.isKeyInvalid()
        ? UpstreamErrors.keyRejected(request.endpoint(), body.said())
        : UpstreamErrors.refused(request, response, body.said());
  }
}
