package dev.assay.graphql;

import dev.assay.error.ErrorCode;
import graphql.execution.AbortExecutionException;
import graphql.language.OperationDefinition.Operation;
import java.util.Map;

/**
 * The operation is of a kind that cannot be asked for in this way, such as a mutation by GET.
 * Nothing was executed.
 */
public final class OperationRefused extends AbortExecutionException {
  private final Operation operation;

  OperationRefused(Operation operation) {
    super(messageFor(operation));
    this.operation = operation;
  }

  /** What was asked for. */
  public Operation operation() {
    return operation;
  }

  @Override
  public Map<String, Object> getExtensions() {
    return Map.of("code", ErrorCode.BAD_USER_INPUT);
  }

  private static String messageFor(Operation operation) {
    return switch (operation) {
      case QUERY -> "Queries cannot be asked for here.";
      case MUTATION -> "Mutations must be sent by POST.";
      case SUBSCRIPTION -> "Subscriptions are served over the websocket at /graphql-ws.";
    };
  }
}
