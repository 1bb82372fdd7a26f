package dev.assay.graphql;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.DefaultApplicationContext;
import io.micronaut.context.DefaultApplicationContextBuilder;
import io.micronaut.inject.BeanDefinitionReference;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The real server with this package's beans alone and a schema of its own. No feature and no
 * database is in it.
 */
public final class TestServer implements AutoCloseable {
  /** The fetchers that it serves. */
  public final TestResolvers resolvers = new TestResolvers();

  /** The batches that it uses. */
  public final TestLoaders loaders = new TestLoaders();

  /** Who its callers are. */
  public final TestCallers callers = new TestCallers();

  private final EmbeddedServer server;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** A server with these settings, on a free port. */
  public TestServer(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>();
    all.put("micronaut.server.port", -1);
    all.put("micronaut.health.monitor.enabled", false);
    all.put("assay.graphql.schema", "transport.graphqls");
    all.putAll(settings);
    ApplicationContext context =
        new Restricted().properties(all).singletons(resolvers, loaders, callers).start();
    this.server = context.getBean(EmbeddedServer.class).start();
  }

  /** A server with the usual settings. */
  public TestServer() {
    this(Map.of());
  }

  /** Where it listens. */
  public int port() {
    return server.getPort();
  }

  /** One of its beans. */
  public <T> T bean(Class<T> type) {
    return server.getApplicationContext().getBean(type);
  }

  /** A client for it. */
  public HttpClient http() {
    return http;
  }

  @Override
  public void close() {
    http.close();
    server.stop();
    server.getApplicationContext().close();
  }

  /** Leaves out the beans of all our other packages. */
  private static final class Restricted extends DefaultApplicationContextBuilder {
    @Override
    protected ApplicationContext newApplicationContext() {
      return new DefaultApplicationContext(this) {
        @Override
        @SuppressWarnings("rawtypes")
        protected List<BeanDefinitionReference> resolveBeanDefinitionReferences() {
          return super.resolveBeanDefinitionReferences().stream()
              .filter(reference -> isWanted(reference.getBeanDefinitionName()))
              .toList();
        }
      };
    }

    private static boolean isWanted(String name) {
      return !name.startsWith("dev.assay.") || name.startsWith("dev.assay.graphql.");
    }
  }
}
