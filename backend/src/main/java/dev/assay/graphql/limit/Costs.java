package dev.assay.graphql.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.execution.ExecutionContext;
import graphql.language.Document;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps operations out that cost too much, and remembers what a document costs for as long as
 * somebody holds the document: an estimate takes as long as a small answer.
 */
public final class Costs {
  /** Whoever asks for pages of many sizes is estimated anew. */
  private static final int MAX_PER_DOCUMENT = 20;

  private final DocumentLimits limits;
  private final Cache<Document, Map<Operation, Integer>> known =
      Caffeine.newBuilder().weakKeys().maximumSize(1_000).build();

  /** Costs that are held against these limits. */
  public Costs(DocumentLimits limits) {
    this.limits = limits;
  }

  /**
   * What the cost of an operation depends on: its sizes and conditions are numbers and booleans.
   */
  private record Operation(@Nullable String name, Map<String, @Nullable Object> variables) {
    static Operation of(ExecutionContext execution) {
      Map<String, @Nullable Object> variables = new HashMap<>();
      execution
          .getCoercedVariables()
          .toMap()
          .forEach((name, value) -> {
            if (value == null || value instanceof Integer || value instanceof Boolean) {
              variables.put(name, value);
            }
          });
      return new Operation(execution.getOperationDefinition().getName(), variables);
    }
  }

  /** Throws {@code QUERY_TOO_COMPLEX} for an operation that is over the limit. */
  public void check(ExecutionContext execution) {
    if (cost(execution) > limits.cost()) {
      throw DocumentLimits.tooComplex(
          "The answer could have more than %,d values. Ask for fewer fields, or for fewer rows with a smaller first."
              .formatted(limits.cost()));
    }
  }

  private int cost(ExecutionContext execution) {
    Map<Operation, Integer> costs =
        Objects.requireNonNull(known.get(execution.getDocument(), _ -> new ConcurrentHashMap<>()));
    Operation operation = Operation.of(execution);
    Integer estimated = costs.get(operation);
    if (estimated != null) {
      return estimated;
    }
    int cost =
        Cost.estimate(
            execution.getGraphQLSchema(),
            execution.getDocument(),
            operation.name(),
            execution.getCoercedVariables(),
            limits.cost());
    if (costs.size() < MAX_PER_DOCUMENT) {
      costs.put(operation, cost);
    }
    return cost;
  }
}
