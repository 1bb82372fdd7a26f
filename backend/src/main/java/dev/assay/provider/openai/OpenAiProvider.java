package dev.assay.provider.openai;

import dev.assay.provider.AnswerPieces;
import dev.assay.provider.Cancellation;
import dev.assay.provider.ChatEnd;
import dev.assay.provider.ChatProvider;
import dev.assay.provider.ChatRequest;
import dev.assay.provider.ChatSink;
import dev.assay.provider.Endpoint;
import dev.assay.provider.Line;
import dev.assay.provider.ModelList;
import dev.assay.provider.OfferedModel;
import dev.assay.provider.Parameters;
import dev.assay.provider.Protocol;
import dev.assay.provider.TextKind;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  public Set<String> ignoredParameters() {
    return Set.of();
  }

  @Override
  public Set<String> ownFields(Parameters parameters) {
    return OpenAiRequest.FIELDS;
  }

  @Override
  public WireRequest written(ChatRequest request) {
    return new WireRequest(
        request.endpoint().address() + "/chat/completions",
        Map.of(),
        "Authorization",
        "Bearer ",
        OpenAiRequest.write(request));
  }

  @Override
  public ChatEnd stream(ChatRequest request, ChatSink sink, Cancellation cancellation) {
    Endpoint endpoint = request.endpoint();
    UpstreamRequest http = UpstreamRequest.post(written(request), endpoint);
    try (UpstreamResponse response = upstream.send(http, endpoint, cancellation)) {
      Reading reading = new Reading(endpoint, new AnswerPieces(sink, settings));
      return response.status() == 200 && response.isEventStream()
          ? reading.toEnd(response)
          : reading.atOnce(request, response);
    }
  }

  @Override
  public @Nullable List<OfferedModel> models(Endpoint endpoint, Duration timeout) {
    UpstreamRequest http = UpstreamRequest.get(endpoint.address() + "/models");
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
            OpenAiChunk body = Reading.parse(response.start());
            throw UpstreamErrors.noModelList(endpoint, response, Reading.said(body));
          }
          return ModelList.read(endpoint, response, "data", OpenAiModels::read);
        });
  }

  private static void authorise(UpstreamRequest http, Endpoint endpoint) {
    if (endpoint.apiKey() != null) {
      http.header("Authorization", "Bearer " + endpoint.apiKey());
    }
  }

  /** One answer being read. */
  private record Reading(Endpoint endpoint, AnswerPieces answer) {
    ChatEnd toEnd(UpstreamResponse response) {
      if (!response.readEvents(this::goesOn)) {
        throw UpstreamErrors.withoutEnd(endpoint);
      }
      return answer.end();
    }

    private boolean goesOn(Line data) {
      if (data.equalsAscii("[DONE]")) {
        return false;
      }
      take(parse(data));
      return true;
    }

    /** The whole body is one value: an answer of a server that cannot stream, or an error. */
    ChatEnd atOnce(ChatRequest request, UpstreamResponse response) {
      boolean isFine = response.status() == 200;
      OpenAiChunk whole = parse(isFine ? response.whole(answer.maxBodyBytes()) : response.start());
      if (!isFine || whole == null || !whole.isAnswer()) {
        throw UpstreamErrors.refused(request, response, said(whole));
      }
      take(whole);
      return answer.end();
    }

    private static Said said(@Nullable OpenAiChunk body) {
      return Said.of(body == null ? null : body.error());
    }

    private OpenAiChunk parse(Line data) {
      try {
        return OpenAiChunk.parse(data);
      } catch (IOException e) {
        throw UpstreamErrors.notTheProtocol(endpoint);
      }
    }

    /** Null where it is not the protocol's JSON. */
    private static @Nullable OpenAiChunk parse(byte[] body) {
      try {
        return OpenAiChunk.parse(body);
      } catch (IOException e) {
        return null;
      }
    }

    private void take(OpenAiChunk chunk) {
      if (chunk.error() != null) {
        throw UpstreamErrors.inStream(endpoint, chunk.error());
      }
      answer.arrived(chunk.usage());
      answer.give(TextKind.REASONING, chunk.reasoning());
      answer.give(TextKind.ANSWER, chunk.content());
      answer.finished(chunk.finishReason());
    }
  }
}
