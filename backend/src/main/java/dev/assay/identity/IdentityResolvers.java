package dev.assay.identity;

import dev.assay.graphql.Caller;
import dev.assay.graphql.Resolvers;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;

/** {@code viewer} and {@code User}. */
@Singleton
final class IdentityResolvers implements Resolvers {
  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Query", type -> type.dataFetcher("viewer", env -> Caller.orNull(env.getGraphQlContext())));
    wiring.type("User", type -> type.dataFetcher("id", IdentityResolvers::idOf));
  }

  private static UUID idOf(DataFetchingEnvironment environment) {
    return Objects.requireNonNull(environment.<Caller>getSource()).id().value();
  }
}
