package dev.assay.graphql;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

/**
 * One feature's batches: each turns the many single lookups of one execution into one query. Every
 * bean of this type is called once for each execution. Fetchers take theirs with {@code
 * environment.getDataLoader(name)} and return the future that {@code load} gives; nobody calls
 * {@code dispatch}.
 */
public interface Loaders {
  /** Adds the feature's batches, each under a name of its own. */
  void register(DataLoaderRegistry registry, GraphQLContext context);

  /**
   * A batch that answers many keys at once and may block. A key without a value answers null. What
   * it throws is the error of every field that asked.
   */
  static <K, V> DataLoader<K, V> batch(Function<Set<K>, Map<K, V>> load) {
    return DataLoaderFactory.newMappedDataLoader(
        keys -> CompletableFuture.completedFuture(load.apply(keys)));
  }

  /**
   * What a fetcher returns: the key's value, loaded in the batch of that name together with others.
   */
  static <K, V extends @Nullable Object> CompletableFuture<V> load(
      DataFetchingEnvironment environment, String name, K key) {
    DataLoader<K, V> batch = environment.getDataLoader(name);
    return Objects.requireNonNull(batch, name).load(key);
  }
}
