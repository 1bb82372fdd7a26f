package dev.assay.graphql;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as established once per HTTP request or per socket.
 *
 * @param credential by what it proved to be that
 */
public record Caller(UserId id, String name, boolean isAdministrator, Credential credential) {

  /** The caller of a fetcher. Throws {@code UNAUTHENTICATED} for a stranger. */
  public static Caller of(DataFetchingEnvironment environment) {
    return of(environment.getGraphQlContext());
  }

  /** The caller of an execution. Throws {@code UNAUTHENTICATED} for a stranger. */
  public static Caller of(GraphQLContext context) {
    Caller caller = orNull(context);
    if (caller == null) {
      throw new AppException(ErrorCode.UNAUTHENTICATED, "Sign in to do this.");
    }
    return caller;
  }

  /** The caller of an execution; null for a stranger. */
  public static @Nullable Caller orNull(GraphQLContext context) {
    return context.get(Caller.class);
  }

  /** Makes this the caller of an execution: the transport does so, nobody else. */
  void into(GraphQLContext.Builder context) {
    context.of(Caller.class, this);
  }
}
