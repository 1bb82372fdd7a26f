package dev.assay.run;

import dev.assay.graphql.Loaders;
import dev.assay.run.RunRepository.Texts;
import graphql.GraphQLContext;
import jakarta.inject.Singleton;
import org.dataloader.DataLoaderRegistry;

/** Reads the parts of many runs, and the texts of many results, in one query each. */
@Singleton
public final class RunLoaders implements Loaders {
  /** {@code RunId} to its lanes. */
  public static final String LANES = "run.lanes";

  /** {@code RunId} to its results, without their texts. */
  public static final String RESULTS = "run.results";

  /** {@code ResultId} to its {@link Texts}. */
  static final String TEXTS = "run.texts";

  /** {@code ModelId} to when a run asked it last, anybody's; null for never. */
  static final String LAST_USES = "run.lastUses";

  private final RunRepository runs;

  RunLoaders(RunRepository runs) {
    this.runs = runs;
  }

  @Override
  public void register(DataLoaderRegistry registry, GraphQLContext context) {
    registry.register(LANES, Loaders.batch(runs::lanes));
    registry.register(RESULTS, Loaders.batch(runs::results));
    registry.register(LAST_USES, Loaders.batch(runs::lastUses));
    registry.register(TEXTS, Loaders.batch(runs::texts));
  }
}
