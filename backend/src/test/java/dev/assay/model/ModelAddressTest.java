package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.database.Sql;
import dev.assay.testing.Json;
import dev.assay.testing.TestServer;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where model servers may live is looked at when a model is saved, and again when it is asked: a
 * row may be older than a rule.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelAddressTest {
  private final TestServer server = TestServer.start(Map.of());

  /** Ways to reach what no model server is. */
  static Stream<String> tricks() {
    return Stream.of(
        // Metadata services.
        "http://169.254.169.254/v1",
        "http://[fd00:ec2::254]/v1",
        "http://100.100.100.200/v1",
        // The same in decimal, hexadecimal, octal, with parts left out.
        "http://2852039166/v1",
        "http://0xa9fea9fe/v1",
        "http://0251.0376.0251.0376/v1",
        "http://169.254.43518/v1",
        "http://127.1:8000/v1",
        // Within addresses of version 6: mapped, NAT64, 6to4.
        "http://[::ffff:169.254.169.254]/v1",
        "http://[64:ff9b::a9fe:a9fe]/v1",
        "http://[2002:a9fe:a9fe::]/v1",
        // A trailing dot, other digits, a zone.
        "http://169.254.169.254./v1",
        "http://localhost.:8000/v1",
        "http://\uff11\uff16\uff19.254.169.254/v1",
        "http://[fe80::1%25eth0]/v1",
        // Behind a user.
        "http://api.example.org@169.254.169.254/v1",
        "http://user:password@1.1.1.1/v1",
        // Other schemes, and ports of other protocols.
        "ftp://1.1.1.1/v1",
        "file:///etc/passwd",
        "gopher://1.1.1.1:6379/v1",
        "http://localhost:6379/v1",
        "http://localhost:5432/v1",
        "http://1.1.1.1:25/v1",
        // Private networks that nobody allowed, and no address at all.
        "http://10.0.0.1:8000/v1",
        "http://192.168.0.1:8000/v1",
        "http://0.0.0.0:8000/v1");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @MethodSource("tricks")
  void noneOfThemIsSaved(String address) {
    assertField(
        "mutation($url: String!) { registerModel(input: {name: \"Thief\", modelName: \"m\","
            + " endpointUrl: $url}) { id } }",
        address);
    assertField(
        "mutation($url: String!) { registerModels(input: {endpointUrl: $url, models: [{modelName:"
            + " \"m\"}]}) { id } }",
        address);
    assertField(
        "mutation($url: String!) { discoverModels(input: {endpointUrl: $url}) { modelName } }",
        address);
    String model = server.model("sim?tokens=3");
    assertField(
        "mutation($url: String!) { updateModel(input: {id: \""
            + model
            + "\", endpointUrl: $url}) {"
            + " id } }",
        address);
  }

  private void assertField(String mutation, String address) {
    Json error = server.client().execute(mutation, Map.of("url", address)).get("errors").get(0);
    assertThat(error.get("extensions").get("code").text()).isEqualTo("BAD_USER_INPUT");
    assertThat(error.get("extensions").get("field").text()).isEqualTo("input.endpointUrl");
  }

  @ParameterizedTest
  @MethodSource("tricks")
  void noneOfThemIsAsked(String address) {
    String model = server.model("sim?tokens=3");
    setAddress(model, address);

    Json run = server.client().finish(server.client().startRun("Hello.", model)).last().get("run");

    assertThat(run.get("results").get(0).get("error").get("code").text()).isEqualTo("FORBIDDEN");
    Json health =
        server
            .client()
            .data(
                "mutation($id: ID!) { checkModelHealth(id: $id) { status message } }",
                Map.of("id", model))
            .get("checkModelHealth");
    assertThat(health.get("status").text()).isEqualTo("DOWN");
    assertThat(health.get("message").text()).isNotEmpty();
  }

  private void setAddress(String model, String address) {
    Sql sql = server.bean(Sql.class);
    sql.update(
        """
        with fresh as (
          insert into model_server (id, owner_type, owner_id, address, protocol)
          select gen_random_uuid(), owner_type, owner_id, ?, protocol from model_server limit 1
          returning id)
        update model set server_id = fresh.id from fresh where model.id = ?
        """,
        statement -> {
          statement.setString(1, address);
          statement.setObject(2, UUID.fromString(model));
        });
  }
}
