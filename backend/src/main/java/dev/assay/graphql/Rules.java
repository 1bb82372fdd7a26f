package dev.assay.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;
import graphql.language.OperationDefinition.Operation;
import java.util.Objects;
import java.util.Set;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/** What holds for every execution besides the schema. */
final class Rules extends SimplePerformantInstrumentation {
  private static final String ALLOWED = "assay.allowed";

  /** Says which kinds of operation may be executed. */
  static void allow(GraphQLContext.Builder context, Set<Operation> kinds) {
    context.put(ALLOWED, kinds);
  }

  /** The kind of the operation that was executed; null where it did not get as far. */
  static @Nullable Operation executed(GraphQLContext context) {
    return context.get(Operation.class);
  }

  /** Known is the operation only now; nothing of it has been executed. */
  @Override
  public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
      InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
    Operation asked = parameters.getExecutionContext().getOperationDefinition().getOperation();
    GraphQLContext context = parameters.getExecutionContext().getGraphQLContext();
    if (!Objects.requireNonNull(context.<Set<Operation>>get(ALLOWED)).contains(asked)) {
      throw new OperationRefused(asked);
    }
    context.put(Operation.class, asked);
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
