package dev.assay.run.statistics;

import dev.assay.error.AppException;
import dev.assay.graphql.Loaders;
import dev.assay.graphql.Resolvers;
import dev.assay.run.Lane;
import dev.assay.run.Result;
import dev.assay.run.Run;
import dev.assay.run.RunLoaders;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code Run.statistics}, {@code Run.comparisons} and {@code LaneStatistics.passPower}. */
@Singleton
final class StatisticsFields implements Resolvers {
  private static final int MAX_POWER = 200;

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Run",
        type ->
            type.dataFetcher("statistics", env -> of(env, Function.identity()))
                .dataFetcher("comparisons", env -> of(env, lanes -> comparisons(env, lanes))));
    wiring.type(
        "LaneStatistics", type -> type.dataFetcher("passPower", StatisticsFields::passPower));
  }

  private static <T> CompletableFuture<T> of(
      DataFetchingEnvironment env, Function<List<LaneStatistics>, T> make) {
    Run run = Objects.requireNonNull(env.getSource());
    Run.Parts parts = run.parts();
    boolean isChecked = run.check() != null;
    if (parts != null) {
      return CompletableFuture.completedFuture(
          make.apply(LaneStatistics.of(parts.lanes(), parts.results(), isChecked)));
    }
    CompletableFuture<List<Lane>> lanes = Loaders.load(env, RunLoaders.LANES, run.id());
    CompletableFuture<List<Result>> results = Loaders.load(env, RunLoaders.RESULTS, run.id());
    return lanes.thenCombine(
        results, (some, all) -> make.apply(LaneStatistics.of(some, all, isChecked)));
  }

  private static List<LaneComparison> comparisons(
      DataFetchingEnvironment env, List<LaneStatistics> lanes) {
    int baseline = Objects.requireNonNull(env.<Integer>getArgument("baseline"));
    if (baseline < 0 || baseline >= lanes.size()) {
      throw AppException.badInput("baseline", "The run has no lane at this position.");
    }
    return lanes.stream()
        .filter(lane -> lane.lane().position() != baseline)
        .map(lane -> LaneComparison.of(lane, lanes.get(baseline)))
        .toList();
  }

  private static @Nullable Double passPower(DataFetchingEnvironment env) {
    int n = Objects.requireNonNull(env.<Integer>getArgument("n"));
    if (n < 1 || n > MAX_POWER) {
      throw AppException.badInput("n", "Give a number from 1 to " + MAX_POWER + ".");
    }
    return Objects.requireNonNull(env.<LaneStatistics>getSource()).passPower(n);
  }
}
