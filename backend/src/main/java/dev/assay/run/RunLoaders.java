package dev.assay.run;

import dev.assay.graphql.Loaders;
import dev.assay.run.RunRepository.Texts;
import graphql.GraphQLContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    LanesReadLast lanes = new LanesReadLast();
    registry.register(LANES, Loaders.<RunId, List<Lane>>batch(lanes::of));
    registry.register(
        RESULTS, Loaders.<RunId, List<Result>>batch(ids -> runs.results(ids, lanes.of(ids))));
    registry.register(LAST_USES, Loaders.batch(runs::lastUses));
    registry.register(TEXTS, Loaders.batch(runs::texts));
  }

  /**
   * Results are read with their lanes, and most ask for both: whichever batch comes second takes
   * what the first has read. Used by one execution, on its thread.
   */
  private final class LanesReadLast {
    private Set<RunId> ids = Set.of();
    private Map<RunId, List<Lane>> lanes = Map.of();

    Map<RunId, List<Lane>> of(Set<RunId> asked) {
      if (asked.equals(ids)) {
        Map<RunId, List<Lane>> known = lanes;
        ids = Set.of();
        lanes = Map.of();
        return known;
      }
      lanes = runs.lanes(asked);
      ids = Set.copyOf(asked);
      return lanes;
    }
  }
}
