package dev.assay.graphql.limit;

import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.QueryComplexityCalculator;
import graphql.execution.CoercedVariables;
import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import org.jspecify.annotations.Nullable;

/**
 * How many values an answer may have, estimated before anything is executed. A field is one value,
 * and what is selected below it counts once; below a field with the argument {@code first}, that
 * many times; below any other list, {@value #USUAL_LENGTH} times. What {@code __schema} holds is
 * counted once: graphql-java has limits of its own for it.
 */
final class Cost {
  private static final int USUAL_LENGTH = 10;
  private static final String PAGE_SIZE = "first";

  private final int limit;

  private Cost(int limit) {
    this.limit = limit;
  }

  /** The estimate of an operation, or just some number over the limit. */
  static int estimate(
      GraphQLSchema schema,
      Document document,
      @Nullable String operationName,
      CoercedVariables variables,
      int limit) {
    return QueryComplexityCalculator.newCalculator()
        .schema(schema)
        .document(document)
        .operationName(operationName)
        .variables(variables)
        .fieldComplexityCalculator(new Cost(limit)::of)
        .build()
        .calculate();
  }

  /** Stops counting just over the limit, so that no sum can overflow. */
  private int of(FieldComplexityEnvironment field, int below) {
    long cost = 1 + times(field) * below;
    return (int) Math.min(cost, limit + 1L);
  }

  private static long times(FieldComplexityEnvironment field) {
    if (field.getParentType().getName().startsWith("__")) {
      return 1;
    }
    if (isPage(field)) {
      return field.getArguments().get(PAGE_SIZE) instanceof Integer first ? Math.max(first, 1) : 1;
    }
    boolean isList =
        GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getFieldDefinition().getType()));
    return isList && !isPage(field.getParentEnvironment()) ? USUAL_LENGTH : 1;
  }

  private static boolean isPage(@Nullable FieldComplexityEnvironment field) {
    return field != null && field.getFieldDefinition().getArgument(PAGE_SIZE) != null;
  }
}
