package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.assay.identity.LocalUser;
import dev.assay.testing.Json;
import dev.assay.testing.TestServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers with their keys, health, discovery and maintenance, as the page asks for them. */
@Timeout(120)
class ModelServerTest {
  private static final String SERVER =
      "{ id endpointUrl hasApiKey apiKeySetAt maxConcurrency modelCount canChange maintenance {"
          + " message since } health { status since checkedAt latencyMs message } load { running"
          + " waiting limit pausedUntil } }";

  private TestServer server;
  private HttpServer upstream;
  private final AtomicInteger asked = new AtomicInteger();

  /** What the model server wants to see in the header; null for nothing. */
  private volatile @Nullable String wantedKey;

  private volatile int status = 200;
  private volatile String models = list("model-a", "model-b");
  private volatile String metrics = "";

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

  @Test
  void aServerHoldsWhatAllItsModelsShare() {
    wantedKey = "sk-right";
    String first = server.client().model("model-a", address());
    String second = server.client().model("model-b", address());
    String id = serverOf(first);
    assertThat(serverOf(second)).isEqualTo(id);

    Json changed = update(id, Map.of("apiKey", "sk-right", "maxConcurrency", 3));

    assertThat(changed.get("hasApiKey").isTrue()).isTrue();
    assertThat(changed.get("apiKeySetAt").text()).isNotEmpty();
    assertThat(changed.get("modelCount").integer()).isEqualTo(2);
    assertThat(changed.get("load").get("limit").integer()).isEqualTo(3);
    assertThat(check(second).get("status").text()).isEqualTo("UP");

    Map<String, Object> none = new HashMap<>();
    none.put("apiKey", null);
    none.put("maxConcurrency", null);
    assertThat(update(id, none).get("hasApiKey").isTrue()).isFalse();
    assertThat(check(first).get("message").text()).contains("rejected the key");
  }

  @Test
  void aCheckTellsUpFromDownAndSinceWhen() {
    String model = server.client().model("model-a", address());
    assertThat(health(model).get("status").text()).isEqualTo("UNKNOWN");

    Json up = check(model);
    assertThat(up.get("status").text()).isEqualTo("UP");
    assertThat(up.get("isOffered").isTrue()).isTrue();
    assertThat(up.get("latencyMs").number()).isPositive();
    assertThat(check(model).get("since").text()).isEqualTo(up.get("since").text());

    status = 500;
    Json down = check(model);
    assertThat(down.get("status").text()).isEqualTo("DOWN");
    assertThat(down.get("message").text()).contains("HTTP 500");
    assertThat(down.get("since").text()).isGreaterThan(up.get("since").text());
    // It is still known what it offered.
    assertThat(down.get("isOffered").isTrue()).isTrue();

    status = 200;
    models = list("another");
    assertThat(check(model).get("isOffered").isTrue()).isFalse();

    upstream.stop(0);
    assertThat(check(model).get("message").text()).contains("Nothing listens on");
  }

  @Test
  void aModelOfOllamaIsOfferedWithoutItsTag() {
    models = list("llama3.2:latest");
    assertThat(check(server.client().model("llama3.2", address())).get("isOffered").isTrue())
        .isTrue();
  }

  /** It moves along to another port or path of the same host, and to no other host. */
  @Test
  void aKeyIsNotSentToAnotherHost() {
    wantedKey = "sk-right";
    String model = server.client().model("model-a", "http://127.0.0.1:4999/v1");
    update(serverOf(model), Map.of("apiKey", "sk-right"));

    move(model, address());
    assertThat(check(model).get("status").text()).isEqualTo("UP");

    move(model, address().replace("127.0.0.1", "localhost"));
    assertThat(model(model, "hasApiKey").get("hasApiKey").isTrue()).isFalse();
    assertThat(check(model).get("message").text()).contains("rejected the key");
  }

  private void move(String model, String address) {
    server
        .client()
        .data(
            "mutation($id: ID!, $url: String) { updateModel(input: {id: $id, endpointUrl: $url}) {"
                + " id } }",
            Map.of("id", model, "url", address));
  }

  /** The clock's own checks: nobody asks for them, and a dead server holds up no other's. */
  @Test
  void serversAreCheckedByThemselvesAndTheDeadHoldUpNobody() throws IOException {
    try (ServerSocket silent = new ServerSocket(0);
        TestServer checking = TestServer.start(Map.of("assay.health.interval", "300ms"))) {
      checking.client().model("m", "http://127.0.0.1:" + silent.getLocalPort() + "/v1");
      String model = checking.client().model("model-a", address());
      int before = asked.get();
      while (asked.get() < before + 3) {
        Thread.onSpinWait();
      }
      Json found =
          checking
              .client()
              .data(
                  "query($id: ID!) { model(id: $id) { health { status } } models { nodes { health {"
                      + " status } } } }",
                  Map.of("id", model));
      assertThat(found.get("model").get("health").get("status").text()).isEqualTo("UP");
      assertThat(found.get("models").get("nodes").list()).hasSize(2);
    }
  }

  @Test
  void whatAServerOffersIsFoundAndRegisteredAtOnce() {
    wantedKey = "sk-right";
    Map<String, Object> input = new HashMap<>(Map.of("endpointUrl", address()));
    Json refused = server.client().execute(discover(), Map.of("input", input)).get("errors").get(0);
    assertThat(refused.get("message").text()).contains("rejected the key");

    input.put("apiKey", "sk-right");
    Json offered = server.client().data(discover(), Map.of("input", input)).get("discoverModels");
    assertThat(offered.list())
        .extracting(o -> o.get("modelName").text())
        .containsExactly("model-a", "model-b");
    assertThat(offered.get(0).get("contextLength").integer()).isEqualTo(4_096);
    assertThat(offered.get(0).get("model").isNull()).isTrue();

    input.put(
        "models",
        List.of(Map.of("modelName", "model-a"), Map.of("modelName", "model-b", "name", "B")));
    String register =
        "mutation($input: RegisterModelsInput!) { registerModels(input: $input) { name server { id"
            + " } } }";
    Json added = server.client().data(register, Map.of("input", input)).get("registerModels");
    assertThat(added.list()).extracting(m -> m.get("name").text()).containsExactly("model-a", "B");
    assertThat(server.client().data(register, Map.of("input", input)).get("registerModels").list())
        .isEmpty();

    // Asked again by its id, it is asked with its key, and tells what is registered.
    String id = added.get(0).get("server").get("id").text();
    Json known =
        server
            .client()
            .data(discover(), Map.of("input", Map.of("serverId", id)))
            .get("discoverModels");
    assertThat(known.get(1).get("model").get("name").text()).isEqualTo("B");
  }

  @Test
  void whatIsSwitchedOffOrUnderMaintenanceIsNotAsked() {
    String model = server.model("sim?tokens=2&seed=1");
    setActive(model, false);
    Json off = start(model).get("errors").get(0);
    assertThat(off.get("extensions").get("code").text()).isEqualTo("BAD_USER_INPUT");
    assertThat(off.get("extensions").get("field").text()).isEqualTo("input.modelIds[0]");
    assertThat(off.get("message").text()).contains("is switched off");
    assertThat(count("isActive: true")).isZero();
    assertThat(count("isActive: false")).isEqualTo(1);

    setActive(model, true);
    String id = serverOf(model);
    Json kept = update(id, Map.of("maintenance", "New GPUs until noon.")).get("maintenance");
    assertThat(start(model).get("errors").get(0).get("message").text())
        .contains("under maintenance. New GPUs until noon.");
    // A new message does not begin it anew.
    assertThat(
            update(id, Map.of("maintenance", "Until one.")).get("maintenance").get("since").text())
        .isEqualTo(kept.get("since").text());

    Map<String, Object> over = new HashMap<>();
    over.put("maintenance", null);
    assertThat(update(id, over).get("maintenance").isNull()).isTrue();
    assertThat(start(model).has("errors")).isFalse();
  }

  @Test
  void wrongInputNamesItsField() {
    String id = serverOf(server.client().model("model-a", address()));
    assertField(
        "input.apiKey",
        "updateModelServer",
        "UpdateModelServerInput",
        Map.of("id", id, "apiKey", "a b"));
    assertField(
        "input.maxConcurrency",
        "updateModelServer",
        "UpdateModelServerInput",
        Map.of("id", id, "maxConcurrency", -1));
    assertField(
        "input.maintenance",
        "updateModelServer",
        "UpdateModelServerInput",
        Map.of("id", id, "maintenance", "x".repeat(501)));
    assertField("input.endpointUrl", "discoverModels", "DiscoverModelsInput", Map.of());
    assertField(
        "input.endpointUrl",
        "discoverModels",
        "DiscoverModelsInput",
        Map.of("endpointUrl", "http://169.254.169.254"));
    assertField(
        "input.apiKey",
        "discoverModels",
        "DiscoverModelsInput",
        Map.of("serverId", id, "apiKey", "sk"));
    assertField(
        "input.models",
        "registerModels",
        "RegisterModelsInput",
        Map.of("endpointUrl", address(), "models", List.of()));
    assertField(
        "input.models[1].modelName",
        "registerModels",
        "RegisterModelsInput",
        Map.of(
            "endpointUrl",
            address(),
            "models",
            List.of(Map.of("modelName", "m"), Map.of("modelName", " "))));
    assertThat(count("text: \"m\"")).isEqualTo(1);
  }

  @Test
  void aServerTellsOfItself() {
    metrics =
        """
        # HELP vllm:num_requests_running Number of requests in model execution batches.
        vllm:num_requests_running{engine="0",model_name="a} b"} 3.0
        vllm:num_requests_running{engine="1",model_name="b"} 2.0
        vllm:num_requests_waiting{engine="0"} 7
        vllm:kv_cache_usage_perc{engine="0"} 0.5
        vllm:kv_cache_usage_perc{engine="1"} 0.25
        vllm:prefix_cache_queries_total{engine="0"} 1000
        vllm:prefix_cache_hits_total{engine="0"} 250
        vllm:estimated_flops NaN
        broken
        """;
    String model = server.client().model("model-a", address());
    Json told = metricsOf(model);
    assertThat(told.get("runningRequests").integer()).isEqualTo(5);
    assertThat(told.get("waitingRequests").integer()).isEqualTo(7);
    assertThat(told.get("kvCacheUsage").number()).isEqualTo(0.375);
    assertThat(told.get("prefixCacheHitRate").number()).isEqualTo(0.25);
  }

  @Test
  void aServerThatTellsNothingHasNoMetrics() {
    assertThat(metricsOf(server.client().model("model-a", address())).isNull()).isTrue();
  }

  /** What listens on a usual port is found, whichever program it is; what does not is left out. */
  @Test
  void serversOnThisMachineAreFound() throws IOException {
    models = list("model-a").replace("somebody", "sglang");
    int closed;
    try (ServerSocket once = new ServerSocket(0)) {
      closed = once.getLocalPort();
    }
    List<LocalServer> found =
        server
            .bean(LocalServers.class)
            .find(
                LocalUser.CALLER,
                Map.of(
                    ServerKind.VLLM, upstream.getAddress().getPort(), ServerKind.OLLAMA, closed));

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().kind()).isEqualTo(ServerKind.SGLANG);
    assertThat(found.getFirst().models()).extracting(Offer::modelName).containsExactly("model-a");
  }

  /** Its own page is no model server, whoever listens on its port otherwise. */
  @Test
  void assayDoesNotAskItself() {
    Json error =
        server
            .client()
            .execute(discover(), Map.of("input", Map.of("endpointUrl", server.url() + "/v1")))
            .get("errors")
            .get(0);
    assertThat(error.get("extensions").get("field").text()).isEqualTo("input.endpointUrl");
    assertThat(error.get("message").text()).contains("Assay itself");
  }

  private String address() {
    return "http://127.0.0.1:" + upstream.getAddress().getPort() + "/v1";
  }

  private static String list(String... names) {
    return IntStream.range(0, names.length)
        .mapToObj(i ->
            "{\"id\": \"%s\", \"owned_by\": \"somebody\", \"max_model_len\": 4096}"
                .formatted(names[i]))
        .collect(java.util.stream.Collectors.joining(", ", "{\"data\": [", "]}"));
  }

  private static String discover() {
    return "mutation($input: DiscoverModelsInput!) { discoverModels(input: $input) { modelName name"
        + " contextLength model { name } } }";
  }

  private String serverOf(String model) {
    return model(model, "server { id }").get("server").get("id").text();
  }

  private Json model(String id, String fields) {
    return server
        .client()
        .data("query($id: ID!) { model(id: $id) { %s } }".formatted(fields), Map.of("id", id))
        .get("model");
  }

  private Json health(String model) {
    return model(model, "health { status }").get("health");
  }

  private Json metricsOf(String model) {
    return model(
            model,
            "server { metrics { runningRequests waitingRequests kvCacheUsage prefixCacheHitRate }"
                + " }")
        .get("server")
        .get("metrics");
  }

  private Json check(String model) {
    return server
        .client()
        .data(
            "mutation($id: ID!) { checkModelHealth(id: $id) { status since checkedAt latencyMs"
                + " message isOffered } }",
            Map.of("id", model))
        .get("checkModelHealth");
  }

  private Json update(String id, Map<String, Object> change) {
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

  private void setActive(String model, boolean isActive) {
    server
        .client()
        .data(
            "mutation($id: ID!, $on: Boolean) { updateModel(input: {id: $id, isActive: $on}) { id }"
                + " }",
            Map.of("id", model, "on", isActive));
  }

  private Json start(String model) {
    return server
        .client()
        .execute(
            "mutation($id: ID!) { startRun(input: {modelIds: [$id], userMessage: \"x\"}) { id } }",
            Map.of("id", model));
  }

  private int count(String filter) {
    return server
        .client()
        .data("{ models(filter: {%s}) { totalCount } }".formatted(filter), Map.of())
        .get("models")
        .get("totalCount")
        .integer();
  }

  private void assertField(String field, String mutation, String type, Map<String, Object> input) {
    String selection =
        switch (mutation) {
          case "discoverModels" -> "modelName";
          default -> "id";
        };
    Json error =
        server
            .client()
            .execute(
                "mutation($input: %s!) { %s(input: $input) { %s } }"
                    .formatted(type, mutation, selection),
                Map.of("input", input))
            .get("errors")
            .get(0);
    assertThat(error.get("extensions").get("code").text()).isEqualTo("BAD_USER_INPUT");
    assertThat(error.get("extensions").get("field").text()).isEqualTo(field);
  }
}
