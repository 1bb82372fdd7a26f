package dev.assay.testing;

import dev.assay.database.TestDatabase;
import dev.assay.simulator.Simulator;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The whole service on a port of its own, with a database of its own, and a simulator to ask. */
public final class TestServer implements AutoCloseable {
  private final Simulator simulator = Simulator.start(0);
  private final EmbeddedServer server;
  private final GraphQLClient client;

  private TestServer(Map<String, Object> properties) {
    server = ApplicationContext.run(EmbeddedServer.class, properties);
    String address = "://127.0.0.1:" + server.getPort();
    client =
        new GraphQLClient(
            URI.create("http" + address + "/graphql"), URI.create("ws" + address + "/graphql-ws"));
  }

  /** Starts one; {@code own} settings take the place of the usual ones. */
  public static TestServer start(Map<String, Object> own) {
    Map<String, Object> properties = new HashMap<>(TestDatabase.properties());
    properties.put("micronaut.server.port", -1);
    properties.put("assay.simulator.enabled", false);
    properties.put("assay.rate-limit-per-minute", 0);
    properties.put("assay.upstream.idle-timeout", "1s");
    // Nobody but a test asks its model servers.
    properties.put("assay.health.interval", "0s");
    // A test that breaks a model server does so on purpose, and once.
    properties.put("assay.upstream.attempts", 1);
    properties.put("assay.upstream.breaker-failures", 1_000);
    properties.putAll(own);
    return new TestServer(properties);
  }

  /** Speaks to it. */
  public GraphQLClient client() {
    return client;
  }

  /** Where it listens, such as {@code http://127.0.0.1:4711}. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  /** One of its beans. */
  public <T> T bean(Class<T> type) {
    return server.getApplicationContext().getBean(type);
  }

  /** The model server that its models are registered at. */
  public Simulator simulator() {
    return simulator;
  }

  /** Registers a simulated model that answers as its script says, and tells its id. */
  public String model(String script) {
    return client.model(script, simulator.baseUrl());
  }

  @Override
  public void close() {
    server.close();
    simulator.close();
  }
}
