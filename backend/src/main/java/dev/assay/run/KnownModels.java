package dev.assay.run;

import dev.assay.graphql.Caller;
import dev.assay.model.ModelId;
import dev.assay.model.ModelService;
import dev.assay.prompt.SuggestedModels;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Prompts and models do not know each other; a run knows both. */
@Singleton
final class KnownModels implements SuggestedModels {
  private final ModelService models;

  KnownModels(ModelService models) {
    this.models = models;
  }

  @Override
  public boolean isKnown(Caller caller, UUID model) {
    return !models.byIds(caller, List.of(new ModelId(model))).isEmpty();
  }
}
