package dev.assay.graphql;

import graphql.language.OperationDefinition.Operation;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Lets members in at addresses beside GraphQL, by the rules that its root fields have. */
@Singleton
public final class Gate {
  private final Callers callers;
  private final CallerRates rates;

  Gate(Callers callers, CallerRates rates) {
    this.callers = callers;
    this.rates = rates;
  }

  /**
   * Who calls. The request is counted as a query or a mutation. Throws {@code UNAUTHENTICATED} for
   * strangers, {@code FORBIDDEN} for API tokens without the scope, and {@code RATE_LIMITED}.
   */
  public Caller enter(HttpRequest<?> request, TokenScope scope) {
    Caller caller = callers.of(request, request.getHeaders().get(HttpHeaders.AUTHORIZATION));
    new AccessRule(Role.MEMBER, scope, false).check(caller);
    Caller member = Objects.requireNonNull(caller);
    rates.count(member, scope == TokenScope.READ ? Operation.QUERY : Operation.MUTATION);
    return member;
  }
}
