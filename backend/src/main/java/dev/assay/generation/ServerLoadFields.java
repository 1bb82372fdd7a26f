package dev.assay.generation;

import dev.assay.graphql.Resolvers;
import dev.assay.model.ModelServer;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Objects;

/** {@code ModelServer.load}, which only the queues and the breakers know. */
@Singleton
final class ServerLoadFields implements Resolvers {
  private final Queues queues;
  private final Breakers breakers;

  ServerLoadFields(Queues queues, Breakers breakers) {
    this.queues = queues;
    this.breakers = breakers;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type("ModelServer", type -> type.dataFetcher("load", this::load));
  }

  private ServerLoad load(DataFetchingEnvironment env) {
    ModelServer server = Objects.requireNonNull(env.getSource());
    Queue.Load load = queues.load(server);
    int limit = queues.limit(server);
    return new ServerLoad(
        load.running(),
        load.waiting(),
        limit == Integer.MAX_VALUE ? null : Integer.valueOf(limit),
        breakers.pausedUntil(server.id()));
  }
}
