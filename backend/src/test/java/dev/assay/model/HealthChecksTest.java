package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Json;
import dev.assay.testing.TestServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether model servers are there, asked for and by the clock. */
class HealthChecksTest extends WithModelServer {
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

    // Of another name it is not known before the next check.
    server
        .client()
        .data(
            "mutation($id: ID!) { updateModel(input: {id: $id, modelName: \"another\"}) { id } }",
            Map.of("id", model));
    assertThat(model(model, "health { isOffered }").get("health").get("isOffered").isNull())
        .isTrue();
    assertThat(check(model).get("isOffered").isTrue()).isTrue();

    upstream.stop(0);
    assertThat(check(model).get("message").text()).contains("Nothing listens on");
  }

  @Test
  void aModelOfOllamaIsOfferedWithoutItsTag() {
    models = list("llama3.2:latest");
    assertThat(check(server.client().model("llama3.2", address())).get("isOffered").isTrue())
        .isTrue();
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

  private Json health(String model) {
    return model(model, "health { status }").get("health");
  }
}
