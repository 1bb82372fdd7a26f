package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.database.TestDatabase;
import dev.assay.graphql.Json;
import dev.assay.graphql.Outcome;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** The whole service over a database of its own, and somebody who asks it for prompts. */
final class PromptClient implements AutoCloseable {
  static final String FIELDS =
      "{ id name description createdAt updatedAt removedAt"
          + " currentVersion { id number content message createdAt }"
          + " versions { number content message } }";

  private final EmbeddedServer server;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger callers = new AtomicInteger();
  private String caller = "somebody";

  PromptClient() {
    this(new HashMap<>(TestDatabase.properties()));
  }

  /** Over the database, and with the settings, of these properties, which are changed. */
  PromptClient(Map<String, Object> properties) {
    properties.put("micronaut.server.port", -1);
    properties.put("assay.test.callers", true);
    properties.put("assay.simulator.enabled", false);
    properties.put("assay.rate-limit-per-minute", 0);
    server = ApplicationContext.run(EmbeddedServer.class, properties);
  }

  /** From now on somebody else asks, who has no prompts yet. */
  void becomeSomebodyElse() {
    caller = "caller " + callers.incrementAndGet();
  }

  /** From now on somebody of this name asks. */
  void become(String name) {
    caller = name;
  }

  /** From now on a stranger asks. */
  void becomeAStranger() {
    caller = "-";
  }

  <T> T bean(Class<T> type) {
    return server.getApplicationContext().getBean(type);
  }

  Outcome ask(String document, Map<String, Object> variables) {
    HttpRequest request =
        HttpRequest.newBuilder(server.getURI().resolve("/graphql"))
            .header("Content-Type", "application/json")
            .header("X-Test-Caller", caller)
            .POST(
                BodyPublishers.ofByteArray(json(Map.of("query", document, "variables", variables))))
            .build();
    try {
      return Outcome.of(http.send(request, BodyHandlers.ofByteArray()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Outcome create(Map<String, Object> input) {
    return ask(
        "mutation($input: CreatePromptInput!) { createPrompt(input: $input) " + FIELDS + " }",
        Map.of("input", input));
  }

  /** Makes a prompt and tells its id. */
  String create(String name, String content) {
    Outcome created = create(Map.of("name", name, "content", content));
    assertThat(created.at("errors")).isNull();
    return Objects.requireNonNull(created.at("data", "createPrompt", "id")).toString();
  }

  Outcome update(String id, int base, Map<String, Object> changes) {
    Map<String, Object> input = new HashMap<>(changes);
    input.put("id", id);
    input.put("baseVersionNumber", base);
    return ask(
        "mutation($input: UpdatePromptInput!) { updatePrompt(input: $input) " + FIELDS + " }",
        Map.of("input", input));
  }

  /** Calls {@code removePrompt}, {@code restorePrompt} or {@code prompt}. */
  Outcome call(String field, String id) {
    String kind = field.equals("prompt") ? "query" : "mutation";
    return ask(kind + "($id: ID!) { " + field + "(id: $id) " + FIELDS + " }", Map.of("id", id));
  }

  Outcome rollback(String id, int number) {
    return ask(
        "mutation($id: ID!, $number: Int!) { rollbackPrompt(promptId: $id, versionNumber: $number) "
            + FIELDS
            + " }",
        Map.of("id", id, "number", number));
  }

  private static byte[] json(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = Json.generator(bytes)) {
      Json.write(out, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }
}
