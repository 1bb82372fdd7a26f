package dev.assay.run;

import dev.assay.access.Access;
import dev.assay.graphql.Caller;
import dev.assay.graphql.Loaders;
import dev.assay.graphql.Resolvers;
import dev.assay.model.Model;
import dev.assay.model.ModelId;
import dev.assay.model.ModelLoaders;
import dev.assay.prompt.Prompt;
import dev.assay.prompt.PromptBody;
import dev.assay.prompt.PromptLoaders;
import dev.assay.prompt.PromptVersion;
import dev.assay.prompt.PromptVersionId;
import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

/** The fields of prompts and versions that runs and models answer. */
@Singleton
final class UsageFields implements Resolvers, Loaders {
  /** A prompt's id to its {@link PromptUsage}. */
  private static final String OF_PROMPTS = "run.usageOfPrompts";

  /** A version's id to its {@link PromptUsage}. */
  private static final String OF_VERSIONS = "run.usageOfVersions";

  private final UsageRepository usage;

  UsageFields(UsageRepository usage) {
    this.usage = usage;
  }

  @Override
  public void register(DataLoaderRegistry registry, GraphQLContext context) {
    registry.register(
        OF_PROMPTS, Loaders.<UUID, PromptUsage>batch(ids -> usage.ofPrompts(access(context), ids)));
    registry.register(
        OF_VERSIONS,
        Loaders.<UUID, PromptUsage>batch(ids -> usage.ofVersions(access(context), ids)));
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Prompt",
        type ->
            type.dataFetcher(
                "usage", env -> usage(env, OF_PROMPTS, source(env, Prompt.class).id().value())));
    wiring.type(
        "PromptVersion",
        type ->
            type.dataFetcher(
                    "usage",
                    env -> usage(env, OF_VERSIONS, source(env, PromptVersion.class).id().value()))
                .dataFetcher("suggestedModel", UsageFields::suggestedModel));
  }

  private static CompletableFuture<PromptUsage> usage(
      DataFetchingEnvironment env, String loader, UUID id) {
    return Loaders.load(env, loader, id);
  }

  /** The second of two batches, one behind the other. */
  private static CompletableFuture<@Nullable Model> suggestedModel(DataFetchingEnvironment env) {
    PromptVersionId version = source(env, PromptVersion.class).id();
    return Loaders.<PromptVersionId, PromptBody>load(env, PromptLoaders.BODIES, version)
        .thenCompose(body -> {
          UUID id = body.suggestedModelId();
          return id == null
              ? CompletableFuture.completedFuture(null)
              : Loaders.load(env, ModelLoaders.MODELS, new ModelId(id));
        });
  }

  private static Access access(GraphQLContext context) {
    return Access.toOwn(Caller.of(context));
  }

  private static <T> T source(DataFetchingEnvironment env, Class<T> type) {
    return type.cast(Objects.requireNonNull(env.getSource()));
  }
}
