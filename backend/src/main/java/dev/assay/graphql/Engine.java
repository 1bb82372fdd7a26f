package dev.assay.graphql;

import dev.assay.error.AppException;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.execution.InputMapDefinesTooManyFieldsException;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.execution.instrumentation.dataloader.DataLoaderDispatchingContextKeys;
import graphql.language.Document;
import graphql.language.NodeUtil;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLSchema;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Executes requests, whichever way they came. Everything runs on the thread that calls: fetchers
 * may block, so that thread should be a virtual one.
 */
@Singleton
public final class Engine {
  private final GraphQLSchema schema;
  private final List<Loaders> loaders;
  private final Documents documents = new Documents();
  private final GraphQL graphQL;

  Engine(GraphQLSchema schema, List<Loaders> loaders) {
    this.schema = schema;
    this.loaders = loaders;
    this.graphQL =
        GraphQL.newGraphQL(schema)
            .preparsedDocumentProvider(documents)
            .defaultDataFetcherExceptionHandler(new FetchErrors())
            .instrumentation(new Rules())
            .build();
  }

  /**
   * Executes a request if its operation is of one of these kinds. What is wrong with the request is
   * part of the reply; what is thrown is a defect.
   */
  public Reply execute(
      GraphQLRequest request, @Nullable Caller caller, RequestId id, Set<Operation> kinds) {
    ExecutionInput input = input(request, caller, id, kinds);
    ExecutionResult result = graphQL.execute(input);
    if (result.getData() instanceof Publisher<?>) {
      return new Reply.Stream(Objects.requireNonNull(result.getData()));
    }
    if (!result.isDataPresent()) {
      return new Reply.Refused(namingVariable(request, result));
    }
    return Rules.executed(input.getGraphQLContext()) == Operation.SUBSCRIPTION
        ? new Reply.Refused(ExecutionResult.newExecutionResult().errors(result.getErrors()).build())
        : new Reply.Single(result);
  }

  private ExecutionInput input(
      GraphQLRequest request, @Nullable Caller caller, RequestId id, Set<Operation> kinds) {
    ExecutionInput.Builder input =
        ExecutionInput.newExecutionInput(request.query())
            .operationName(request.operationName())
            .variables(request.variables())
            .locale(Locale.ROOT)
            .graphQLContext(context -> fill(context, caller, id, kinds));
    ExecutionInput built = input.build();
    if (loaders.isEmpty()) {
      return built;
    }
    DataLoaderRegistry registry = new DataLoaderRegistry();
    loaders.forEach(each -> each.register(registry, built.getGraphQLContext()));
    return built.transform(builder -> builder.dataLoaderRegistry(registry));
  }

  private static void fill(
      GraphQLContext.Builder context, @Nullable Caller caller, RequestId id, Set<Operation> kinds) {
    context.of(RequestId.class, id);
    Rules.allow(context, kinds);
    context.of(DataLoaderDispatchingContextKeys.ENABLE_DATA_LOADER_EXHAUSTED_DISPATCHING, true);
    if (caller != null) {
      caller.into(context);
    }
  }

  private static boolean isAboutVariables(GraphQLError error) {
    return error instanceof CoercingParseValueException
        || error instanceof NonNullableValueCoercedAsNullException
        || error instanceof InputMapDefinesTooManyFieldsException;
  }

  private ExecutionResult namingVariable(GraphQLRequest request, ExecutionResult result) {
    Document document = documents.ifKnown(request.query());
    if (document == null || result.getErrors().stream().noneMatch(Engine::isAboutVariables)) {
      return result;
    }
    try {
      OperationDefinition operation =
          NodeUtil.getOperation(document, request.operationName()).operationDefinition;
      new VariableCheck(schema, operation).check(request.variables());
      return result;
    } catch (AppException e) {
      return result.transform(builder -> builder.errors(List.of(Errors.of(e))));
    }
  }
}
