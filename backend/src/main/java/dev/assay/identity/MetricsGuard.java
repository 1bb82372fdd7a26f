package dev.assay.identity;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.graphql.Caller;
import dev.assay.graphql.Callers;
import dev.assay.graphql.Credential;
import dev.assay.graphql.TokenScope;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/**
 * Shows the server's numbers to administrators alone: they tell how much is asked, and of whom. A
 * program that collects them has an API token of an administrator with the scope {@code READ}.
 */
@ServerFilter({"/metrics/**", "/prometheus/**"})
final class MetricsGuard {
  private final Callers callers;

  MetricsGuard(Callers callers) {
    this.callers = callers;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.VIRTUAL)
  void check(HttpRequest<?> request) {
    @Nullable Caller caller =
        callers.of(request, request.getHeaders().get(HttpHeaders.AUTHORIZATION));
    if (caller == null) {
      throw new AppException(ErrorCode.UNAUTHENTICATED, "Sign in to do this.");
    }
    Credential credential = caller.credential();
    if (!caller.isAdministrator() || !credential.scopes().contains(TokenScope.READ)) {
      throw new AppException(
          ErrorCode.FORBIDDEN, "Only administrators may do this, by token with the scope READ.");
    }
  }
}
