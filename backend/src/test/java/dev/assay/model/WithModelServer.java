package dev.assay.model;

import com.sun.net.httpserver.HttpServer;
import dev.assay.testing.Json;
import dev.assay.testing.TestServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * A server of models to be registered, and the service that registers them.
 *
 * <p>What the model server answers is changed by its fields, at any time.
 */
@Timeout(120)
abstract class WithModelServer {
  private static final String SERVER =
      "{ id endpointUrl hasApiKey apiKeySetAt maxConcurrency modelCount canChange maintenance {"
          + " message since } health { status since checkedAt latencyMs message } load { running"
          + " waiting limit pausedUntil } }";

  TestServer server;
  HttpServer upstream;

  /** How often somebody asked for its models. */
  final AtomicInteger asked = new AtomicInteger();

  /** What the model server wants to see in the header; null for nothing. */
  volatile @Nullable String wantedKey;

  volatile int status = 200;
  volatile String models = list("model-a", "model-b");
  volatile String metrics = "";

  @BeforeEach
  void start() throws IOException {
    upstream = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    upstream.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    upstream.createContext(
        "/v1/models",
        exchange -> {
          asked.incrementAndGet();
          String given = exchange.getRequestHeaders().getFirst("Authorization");
          boolean isFine = wantedKey == null || ("Bearer " + wantedKey).equals(given);
          byte[] body =
              (isFine ? models : "{\"error\": {\"message\": \"no\"}}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(isFine ? status : 401, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    upstream.createContext(
        "/metrics",
        exchange -> {
          byte[] body = metrics.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(metrics.isEmpty() ? 404 : 200, Math.max(body.length, 1));
          exchange.getResponseBody().write(body.length == 0 ? new byte[1] : body);
          exchange.close();
        });
    upstream.start();
    server = TestServer.start(Map.of());
  }

  @AfterEach
  void stop() {
    server.close();
    upstream.stop(0);
  }

  String address() {
    return "http://127.0.0.1:" + upstream.getAddress().getPort() + "/v1";
  }

  static String list(String... names) {
    return IntStream.range(0, names.length)
        .mapToObj(i ->
            "{\"id\": \"%s\", \"owned_by\": \"somebody\", \"max_model_len\": 4096}"
                .formatted(names[i]))
        .collect(Collectors.joining(", ", "{\"data\": [", "]}"));
  }

  static String discover() {
    return "mutation($input: DiscoverModelsInput!) { discoverModels(input: $input) { modelName name"
        + " contextLength model { name } } }";
  }

  String serverOf(String model) {
    return model(model, "server { id }").get("server").get("id").text();
  }

  Json model(String id, String fields) {
    return server
        .client()
        .data("query($id: ID!) { model(id: $id) { %s } }".formatted(fields), Map.of("id", id))
        .get("model");
  }

  Json check(String model) {
    return server
        .client()
        .data(
            "mutation($id: ID!) { checkModelHealth(id: $id) { status since checkedAt latencyMs"
                + " message isOffered } }",
            Map.of("id", model))
        .get("checkModelHealth");
  }

  Json update(String id, Map<String, Object> change) {
    Map<String, Object> input = new HashMap<>(change);
    input.put("id", id);
    return server
        .client()
        .data(
            "mutation($input: UpdateModelServerInput!) { updateModelServer(input: $input) "
                + SERVER
                + " }",
            Map.of("input", input))
        .get("updateModelServer");
  }
}
