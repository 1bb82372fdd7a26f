package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.identity.LocalUser;
import dev.assay.testing.Json;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What servers offer, by their address and on this machine. */
class DiscoveryTest extends WithModelServer {
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
}
