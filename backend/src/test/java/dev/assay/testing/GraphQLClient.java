package dev.assay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Speaks to a running service as a program outside would. */
public final class GraphQLClient {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final URI graphql;
  private final URI socket;
  private final Map<String, String> headers;

  /** A client of the service at these addresses. */
  public GraphQLClient(URI graphql, URI socket) {
    this(graphql, socket, Map.of());
  }

  private GraphQLClient(URI graphql, URI socket, Map<String, String> headers) {
    this.graphql = graphql;
    this.socket = socket;
    this.headers = headers;
  }

  /** The same with a header on every request and handshake, such as who it is. */
  public GraphQLClient with(String header, String value) {
    return new GraphQLClient(graphql, socket, Map.of(header, value));
  }

  /** Where it serves GraphQL by websocket. */
  public URI socket() {
    return socket;
  }

  /** Registers a model at an address and tells its id. */
  public String model(String modelName, String address) {
    return data(
            "mutation($input: RegisterModelInput!) { registerModel(input: $input) { id } }",
            Map.of(
                "input", Map.of("name", modelName, "modelName", modelName, "endpointUrl", address)))
        .get("registerModel")
        .get("id")
        .text();
  }

  /** Starts a run and tells its id. */
  public String startRun(Map<String, Object> input) {
    return data(
            "mutation($input: StartRunInput!) { startRun(input: $input) { id } }",
            Map.of("input", input))
        .get("startRun")
        .get("id")
        .text();
  }

  /** Starts a run of these models and tells its id. */
  public String startRun(String message, String... modelIds) {
    return startRun(Map.of("modelIds", List.of(modelIds), "userMessage", message));
  }

  /** Follows a run from a snapshot on. */
  public RunRecorder follow(String runId) {
    return follow(runId, null);
  }

  /** Follows a run behind an event. */
  public RunRecorder follow(String runId, @Nullable Integer after) {
    return RunRecorder.open(socket, headers, "{}", runId, after);
  }

  /** Subscribes to anything; its events are what the document's one field gives. */
  public RunRecorder subscribe(String document, Map<String, Object> variables) {
    return RunRecorder.subscribe(socket, headers, "{}", document, variables);
  }

  /** Follows a run to its end. */
  public RunRecorder finish(String runId) {
    RunRecorder recorder = follow(runId);
    recorder.awaitComplete();
    return recorder;
  }

  /** A document's data; fails where there are errors. */
  public Json data(String document, Map<String, Object> variables) {
    Json answer = execute(document, variables);
    assertThat(answer.has("errors")).as("errors in %s", answer).isFalse();
    return answer.get("data");
  }

  /** A document's whole answer. */
  public Json execute(String document, Map<String, Object> variables) {
    try {
      String body = Json.write(Map.of("query", document, "variables", variables));
      HttpRequest.Builder request =
          HttpRequest.newBuilder(graphql)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body));
      headers.forEach(request::header);
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      return Json.read(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
