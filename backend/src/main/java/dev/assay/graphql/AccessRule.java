package dev.assay.graphql;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who may call a field: the schema's {@code @access}.
 *
 * @param role the least role
 * @param scope what an API token needs
 * @param inPerson whether no API token may
 */
record AccessRule(Role role, TokenScope scope, boolean inPerson) {
  static final String DIRECTIVE = "access";

  /** What holds for a root type's fields that say nothing. */
  static AccessRule byDefault(String rootType) {
    TokenScope scope = rootType.equals("Mutation") ? TokenScope.MANAGE : TokenScope.READ;
    return new AccessRule(Role.MEMBER, scope, false);
  }

  /** What the field says, and the rest from {@code otherwise}. */
  static AccessRule of(GraphQLFieldDefinition field, AccessRule otherwise) {
    GraphQLAppliedDirective said = field.getAppliedDirective(DIRECTIVE);
    if (said == null) {
      return otherwise;
    }
    String role = argument(said, "role");
    String scope = argument(said, "scope");
    return new AccessRule(
        role == null ? otherwise.role() : Role.valueOf(role),
        scope == null ? otherwise.scope() : TokenScope.valueOf(scope),
        Boolean.TRUE.equals(argument(said, "inPerson")));
  }

  private static <T> @Nullable T argument(GraphQLAppliedDirective directive, String name) {
    return Objects.requireNonNull(directive.getArgument(name)).getValue();
  }

  /** A fetcher that only those reach who may. */
  DataFetcher<?> guard(DataFetcher<?> fetcher) {
    return environment -> {
      check(Caller.orNull(environment.getGraphQlContext()));
      return fetcher.get(environment);
    };
  }

  /** Throws {@code UNAUTHENTICATED} or {@code FORBIDDEN} for whoever may not. */
  void check(@Nullable Caller caller) {
    if (Role.of(caller).compareTo(role) < 0) {
      throw caller == null
          ? new AppException(ErrorCode.UNAUTHENTICATED, "Sign in to do this.")
          : new AppException(ErrorCode.FORBIDDEN, "Only administrators may do this.");
    }
    if (caller != null && caller.credential().kind() == Credential.Kind.API_TOKEN) {
      checkToken(caller.credential());
    }
  }

  private void checkToken(Credential token) {
    if (inPerson) {
      throw new AppException(
          ErrorCode.FORBIDDEN, "API tokens may not do this. Sign in on the page.");
    }
    if (role != Role.PUBLIC && !token.scopes().contains(scope)) {
      throw new AppException(
          ErrorCode.FORBIDDEN, "This API token lacks the scope %s.".formatted(scope));
    }
  }
}
