package dev.assay.graphql;

import dev.assay.error.AppException;
import dev.assay.graphql.limit.Costs;
import dev.assay.graphql.limit.DocumentLimits;
import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/** What holds for every execution besides the schema. */
final class Rules extends SimplePerformantInstrumentation {
  private static final String ALLOWED = "assay.allowed";

  private final Costs costs;
  private final CallerRates rates;

  Rules(DocumentLimits limits, CallerRates rates) {
    this.costs = new Costs(limits);
    this.rates = rates;
  }

  /** Says which kinds of operation may be executed. */
  static void allow(GraphQLContext.Builder context, Set<Operation> kinds) {
    context.put(ALLOWED, kinds);
  }

  /** The operation that was executed; null where it did not get as far. */
  static @Nullable OperationDefinition executed(GraphQLContext context) {
    return context.get(OperationDefinition.class);
  }

  /** Known is the operation, with its variables, only now; nothing of it has been executed. */
  @Override
  public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
      InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
    ExecutionContext execution = parameters.getExecutionContext();
    OperationDefinition operation = execution.getOperationDefinition();
    GraphQLContext context = execution.getGraphQLContext();
    if (!Objects.requireNonNull(context.<Set<Operation>>get(ALLOWED))
        .contains(operation.getOperation())) {
      throw new OperationRefused(operation.getOperation());
    }
    try {
      rates.count(Caller.orNull(context), operation.getOperation());
      costs.check(execution);
    } catch (AppException e) {
      throw new AbortExecutionException(List.of(Errors.of(e)));
    }
    context.put(OperationDefinition.class, operation);
    return null;
  }

  /** A batch loads anew for every event: the event before may be hours old. */
  @Override
  public @Nullable InstrumentationContext<ExecutionResult> beginSubscribedFieldEvent(
      InstrumentationFieldParameters parameters, InstrumentationState state) {
    parameters
        .getExecutionContext()
        .getDataLoaderRegistry()
        .getDataLoadersMap()
        .values()
        .forEach(DataLoader::clearAll);
    return null;
  }
}
