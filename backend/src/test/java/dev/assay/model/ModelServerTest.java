package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What all models of a server share, and what no run may ask. */
class ModelServerTest extends WithModelServer {
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
