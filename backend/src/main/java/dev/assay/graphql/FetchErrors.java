package dev.assay.graphql;

import dev.assay.error.AppException;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.concurrent.CompletableFuture;

/** What a fetcher throws, as an error at the field's path. */
final class FetchErrors implements DataFetcherExceptionHandler {
  @Override
  public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
      DataFetcherExceptionHandlerParameters failure) {
    RequestId request = RequestId.of(failure.getDataFetchingEnvironment().getGraphQlContext());
    AppException cause =
        Errors.understood(failure.getException(), request, failure.getPath().toString());
    GraphQLError error =
        GraphqlErrorBuilder.newError()
            .message("%s", cause.getMessage())
            .path(failure.getPath())
            .location(failure.getSourceLocation())
            .extensions(Errors.extensions(cause))
            .build();
    return CompletableFuture.completedFuture(
        DataFetcherExceptionHandlerResult.newResult(error).build());
  }
}
