package dev.assay.identity;

import dev.assay.database.Connection;
import dev.assay.database.PageRequest;
import dev.assay.graphql.Caller;
import dev.assay.graphql.Credential;
import dev.assay.graphql.Input;
import dev.assay.graphql.Presence;
import dev.assay.graphql.Resolvers;
import dev.assay.graphql.UserId;
import dev.assay.identity.UserRepository.UserFilter;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code viewer}, {@code users}, the mutations that change accounts, and {@code User}. */
@Singleton
final class IdentityResolvers implements Resolvers {
  private static final int MAX_TEXT = 200;

  private final Users users;

  IdentityResolvers(Users users) {
    this.users = users;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Query",
        type -> type.dataFetcher("viewer", this::viewer).dataFetcher("users", this::users));
    wiring.type(
        "Mutation",
        type ->
            type.dataFetcher("deleteAccount", this::deleteAccount)
                .dataFetcher("deactivateUser", env -> users.deactivate(Caller.of(env), userId(env)))
                .dataFetcher("reactivateUser", env -> users.reactivate(userId(env))));
    wiring.type(
        "User",
        type ->
            type.dataFetcher("id", env -> user(env).id().value())
                .dataFetcher("isLocal", IdentityResolvers::isLocal)
                .dataFetcher("picture", IdentityResolvers::picture)
                .dataFetcher("accessExpiresAt", IdentityResolvers::accessExpiresAt));
  }

  private @Nullable User viewer(DataFetchingEnvironment env) {
    Caller caller = Caller.orNull(env.getGraphQlContext());
    return caller == null ? null : users.get(caller.id());
  }

  private Connection<User> users(DataFetchingEnvironment env) {
    Input filter = Input.of(env.getArguments()).object("filter");
    return users.list(
        PageRequest.of(env.getArgument("first"), env.getArgument("after")),
        new UserFilter(filter.textOrNull("text", MAX_TEXT), filter.get("isActive")));
  }

  private UUID deleteAccount(DataFetchingEnvironment env) {
    Caller caller = Caller.of(env);
    String confirmation = Objects.requireNonNull(env.<String>getArgument("confirmation"));
    Presence.leave(env);
    users.delete(caller, confirmation);
    return caller.id().value();
  }

  private static boolean isLocal(DataFetchingEnvironment env) {
    return isCaller(env) && Caller.of(env).credential().kind() == Credential.Kind.LOCAL;
  }

  private static @Nullable String picture(DataFetchingEnvironment env) {
    User user = user(env);
    return user.hasPicture() ? "/pictures/" + user.id().value() : null;
  }

  private static @Nullable Instant accessExpiresAt(DataFetchingEnvironment env) {
    Credential credential = Caller.of(env).credential();
    return isCaller(env) && credential.kind() == Credential.Kind.SESSION
        ? credential.expiresAt()
        : null;
  }

  private static boolean isCaller(DataFetchingEnvironment env) {
    return user(env).id().equals(Caller.of(env).id());
  }

  private static User user(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.getSource());
  }

  private static UserId userId(DataFetchingEnvironment env) {
    return new UserId(Input.of(env.getArguments()).id("id"));
  }
}
