package dev.assay.graphql;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.graphql.limit.DocumentLimits;
import dev.assay.graphql.limit.Execution;
import dev.assay.graphql.limit.TimeLimit;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.execution.InputMapDefinesTooManyFieldsException;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.execution.instrumentation.dataloader.DataLoaderDispatchingContextKeys;
import graphql.introspection.Introspection;
import graphql.language.Document;
import graphql.language.NodeUtil;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLSchema;
import graphql.validation.QueryComplexityLimits;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
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
  private final Presence presence;
  private final boolean introspection;
  private final QueryComplexityLimits unfolded;
  private final TimeLimit time;
  private final Documents documents;
  private final GraphQL graphQL;

  Engine(
      GraphQLSchema schema,
      List<Loaders> loaders,
      DocumentLimits limits,
      CallerRates rates,
      Presence presence,
      @Value("${assay.graphql.introspection:true}") boolean introspection) {
    this.schema = schema;
    this.loaders = loaders;
    this.presence = presence;
    this.introspection = introspection;
    this.unfolded =
        QueryComplexityLimits.newLimits()
            .maxDepth(limits.depth())
            .maxFieldsCount(limits.fields())
            .build();
    this.time = new TimeLimit(limits.time());
    this.documents = new Documents(limits);
    this.graphQL =
        GraphQL.newGraphQL(schema)
            .preparsedDocumentProvider(documents)
            .defaultDataFetcherExceptionHandler(new FetchErrors())
            .instrumentation(new Rules(limits, rates))
            .build();
  }

  /**
   * Executes a request if its operation is of one of these kinds. What is wrong with the request is
   * part of the reply; what is thrown is a defect.
   */
  public Reply execute(
      GraphQLRequest request, @Nullable Caller caller, RequestId id, Set<Operation> kinds) {
    return execute(input(request, caller, id, kinds), request, caller, id);
  }

  /**
   * As above, and a stream's answers to plain events go to {@code taker} past the stream, in their
   * order and on whichever thread has them. The stream's subscriber asks for each answer, of the
   * one kind or the other, once it has taken the last.
   */
  public Reply execute(
      GraphQLRequest request,
      @Nullable Caller caller,
      RequestId id,
      Set<Operation> kinds,
      Consumer<ExecutionResult> taker) {
    ExecutionInput input = input(request, caller, id, kinds);
    DirectAnswers.allow(input.getGraphQLContext(), taker);
    return execute(input, request, caller, id);
  }

  private Reply execute(
      ExecutionInput input, GraphQLRequest request, @Nullable Caller caller, RequestId id) {
    ExecutionResult result = SlowRequests.noticing(input, id, () -> execute(input, caller));
    if (result.getData() instanceof Publisher<?>) {
      return new Reply.Stream(Objects.requireNonNull(result.getData()));
    }
    if (!result.isDataPresent()) {
      return new Reply.Refused(namingVariable(request, result));
    }
    return isSubscription(input)
        ? new Reply.Refused(ExecutionResult.newExecutionResult().errors(result.getErrors()).build())
        : new Reply.Single(result);
  }

  private ExecutionResult execute(ExecutionInput input, @Nullable Caller caller) {
    Execution execution = new Execution(input);
    try (Presence.Stay stay =
        caller == null ? null : presence.enter(caller, () -> showOut(execution))) {
      if (stay != null) {
        input.getGraphQLContext().put(Presence.Stay.class, stay);
      }
      return time.within(execution, () -> graphQL.execute(input));
    } catch (AppException e) {
      return ExecutionResult.newExecutionResult().addError(Errors.of(e)).build();
    }
  }

  private static void showOut(Execution execution) {
    execution.stop(
        new AppException(ErrorCode.UNAUTHENTICATED, "You were signed out before this was done."));
  }

  private static boolean isSubscription(ExecutionInput input) {
    OperationDefinition executed = Rules.executed(input.getGraphQLContext());
    return executed != null && executed.getOperation() == Operation.SUBSCRIPTION;
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

  private void fill(
      GraphQLContext.Builder context, @Nullable Caller caller, RequestId id, Set<Operation> kinds) {
    context.of(RequestId.class, id);
    Rules.allow(context, kinds);
    context.put(QueryComplexityLimits.KEY, unfolded);
    context.put(Introspection.INTROSPECTION_DISABLED, !introspection || caller == null);
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
