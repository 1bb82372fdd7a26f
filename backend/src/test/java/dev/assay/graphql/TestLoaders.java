package dev.assay.graphql;

import dev.assay.error.AppException;
import dev.assay.graphql.TestResolvers.Author;
import graphql.GraphQLContext;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataloader.DataLoaderRegistry;

/** Batches that remember what they were asked. */
public final class TestLoaders implements Loaders {
  /** The keys of each batch of authors. */
  public final List<Set<Integer>> authorBatches = new CopyOnWriteArrayList<>();

  /** The keys of each batch of cities. */
  public final List<Set<String>> cityBatches = new CopyOnWriteArrayList<>();

  @Override
  public void register(DataLoaderRegistry registry, GraphQLContext context) {
    registry.register(
        "authors",
        Loaders.<Integer, Author>batch(keys -> {
          authorBatches.add(Set.copyOf(keys));
          if (keys.contains(-1)) {
            throw AppException.notFound("author");
          }
          return keys.stream()
              .collect(Collectors.toMap(Function.identity(), key -> new Author("A" + key)));
        }));
    registry.register(
        "cities",
        Loaders.<String, String>batch(keys -> {
          cityBatches.add(Set.copyOf(keys));
          return keys.stream().collect(Collectors.toMap(Function.identity(), key -> key + "-city"));
        }));
  }
}
