package dev.assay.prompt;

import dev.assay.graphql.Caller;
import dev.assay.graphql.Loaders;
import graphql.GraphQLContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.dataloader.DataLoaderRegistry;

/** Reads many of the caller's prompts and versions in one query. */
@Singleton
public final class PromptLoaders implements Loaders {
  /** {@link PromptVersionId} to {@link PromptVersion}, also of removed prompts. */
  public static final String VERSIONS = "prompt.versions";

  /** {@link PromptId} to {@link Prompt}, removed ones too. */
  public static final String PROMPTS = "prompt.prompts";

  /** {@link PromptId} to all its versions, newest first. */
  static final String HISTORY = "prompt.history";

  private final PromptService service;

  PromptLoaders(PromptService service) {
    this.service = service;
  }

  @Override
  public void register(DataLoaderRegistry registry, GraphQLContext context) {
    registry.register(
        VERSIONS,
        Loaders.<PromptVersionId, PromptVersion>batch(
            ids -> service.versions(Caller.of(context), ids)));
    registry.register(
        PROMPTS, Loaders.<PromptId, Prompt>batch(ids -> service.prompts(Caller.of(context), ids)));
    registry.register(
        HISTORY,
        Loaders.<PromptId, List<PromptVersion>>batch(
            ids -> service.history(Caller.of(context), ids)));
  }
}
