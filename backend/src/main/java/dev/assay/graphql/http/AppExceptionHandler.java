package dev.assay.graphql.http;

import dev.assay.error.AppException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** What a controller outside of GraphQL throws at its caller. */
@Singleton
final class AppExceptionHandler implements ExceptionHandler<AppException, HttpResponse<?>> {
  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<?> handle(HttpRequest request, AppException error) {
    return ErrorAnswers.of(error, RequestIds.of((HttpRequest<?>) request));
  }
}
