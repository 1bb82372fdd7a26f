package dev.assay.model;

import dev.assay.graphql.Loaders;
import graphql.GraphQLContext;
import jakarta.inject.Singleton;
import org.dataloader.DataLoaderRegistry;

/** Counts the models of many servers in one query. */
@Singleton
final class ServerLoaders implements Loaders {
  /** {@code ServerId} to how many models it has in the lists. */
  static final String MODEL_COUNTS = "model.serverModelCounts";

  private final ServerRepository servers;

  ServerLoaders(ServerRepository servers) {
    this.servers = servers;
  }

  @Override
  public void register(DataLoaderRegistry registry, GraphQLContext context) {
    registry.register(MODEL_COUNTS, Loaders.<ServerId, Integer>batch(servers::modelCounts));
  }
}
