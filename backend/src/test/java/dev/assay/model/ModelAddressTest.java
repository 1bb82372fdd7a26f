package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.database.Sql;
import dev.assay.testing.Json;
import dev.assay.testing.TestServer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Where model servers may live is looked at when a model is saved, and again when it is asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelAddressTest {
  private static final String METADATA = "http://169.254.169.254/v1";

  private final TestServer server = TestServer.start(Map.of());

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void anAddressThatIsNotAllowedIsNotSaved() {
    Json refused =
        server
            .client()
            .execute(
                "mutation($input: RegisterModelInput!) { registerModel(input: $input) { id } }",
                Map.of(
                    "input", Map.of("name", "Thief", "modelName", "m", "endpointUrl", METADATA)));

    Json error = refused.get("errors").get(0);
    assertThat(error.get("extensions").get("code").text()).isEqualTo("BAD_USER_INPUT");
    assertThat(error.get("extensions").get("field").text()).isEqualTo("input.endpointUrl");
    assertThat(error.get("message").text()).isEqualTo("No model server lives at 169.254.169.254.");
  }

  @Test
  void anAddressThatIsNotAllowedIsNotAsked() {
    String model = server.model("sim?tokens=3");
    server
        .bean(Sql.class)
        .update(
            "update model_server set address = ? where id = (select server_id from model where id ="
                + " ?)",
            statement -> {
              statement.setString(1, METADATA);
              statement.setObject(2, UUID.fromString(model));
            });

    Json run = server.client().finish(server.client().startRun("Hello.", model)).last().get("run");

    assertThat(run.get("results").get(0).get("error").get("code").text()).isEqualTo("FORBIDDEN");
  }
}
