package dev.assay.model;

import dev.assay.graphql.Caller;
import dev.assay.graphql.Loaders;
import graphql.GraphQLContext;
import jakarta.inject.Singleton;
import org.dataloader.DataLoaderRegistry;

/** Reads many models in one query. */
@Singleton
public final class ModelLoaders implements Loaders {
  /** {@link ModelId} to {@link Model}, removed ones too. */
  public static final String MODELS = "model.models";

  private final ModelService service;

  ModelLoaders(ModelService service) {
    this.service = service;
  }

  @Override
  public void register(DataLoaderRegistry registry, GraphQLContext context) {
    registry.register(
        MODELS, Loaders.<ModelId, Model>batch(ids -> service.byIds(Caller.of(context), ids)));
  }
}
