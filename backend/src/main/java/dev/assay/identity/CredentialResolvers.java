package dev.assay.identity;

import dev.assay.graphql.Caller;
import dev.assay.graphql.Input;
import dev.assay.graphql.Presence;
import dev.assay.graphql.Resolvers;
import dev.assay.graphql.TokenScope;
import dev.assay.identity.ApiTokenRepository.Draft;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A person's sessions and API tokens. */
@Singleton
final class CredentialResolvers implements Resolvers {
  private static final int MAX_NAME = 100;
  private static final Duration USUAL_LIFE = Duration.ofDays(90);
  private static final Duration LONGEST_LIFE = Duration.ofDays(366);

  private final Sessions sessions;
  private final ApiTokens apiTokens;

  CredentialResolvers(Sessions sessions, ApiTokens apiTokens) {
    this.sessions = sessions;
    this.apiTokens = apiTokens;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Query",
        type ->
            type.dataFetcher("sessions", env -> sessions.list(Caller.of(env).id()))
                .dataFetcher("apiTokens", env -> apiTokens.list(Caller.of(env).id())));
    wiring.type(
        "Mutation",
        type ->
            type.dataFetcher("endSession", this::endSession)
                .dataFetcher("signOutEverywhere", this::signOutEverywhere)
                .dataFetcher("createApiToken", this::createApiToken)
                .dataFetcher("revokeApiToken", this::revokeApiToken));
    wiring.type(
        "Session",
        type ->
            type.dataFetcher("id", env -> session(env).id().value())
                .dataFetcher("isCurrent", CredentialResolvers::isCurrent));
    wiring.type("ApiToken", type -> type.dataFetcher("id", env -> apiToken(env).id().value()));
  }

  private Session endSession(DataFetchingEnvironment env) {
    SessionId id = new SessionId(Input.of(env.getArguments()).id("id"));
    Presence.leave(env);
    return sessions.end(Caller.of(env).id(), id);
  }

  private int signOutEverywhere(DataFetchingEnvironment env) {
    Presence.leave(env);
    return sessions.endAll(Caller.of(env).id());
  }

  private ApiTokens.Created createApiToken(DataFetchingEnvironment env) {
    Input input = Input.of(env.getArguments()).object("input");
    return apiTokens.create(
        Caller.of(env).id(),
        new Draft(input.text("name", MAX_NAME).strip(), scopes(input), expiresAt(input)));
  }

  private ApiToken revokeApiToken(DataFetchingEnvironment env) {
    ApiTokenId id = new ApiTokenId(Input.of(env.getArguments()).id("id"));
    return apiTokens.revoke(Caller.of(env).id(), id);
  }

  private static List<TokenScope> scopes(Input input) {
    List<String> names = Objects.requireNonNull(input.<List<String>>get("scopes"));
    if (names.isEmpty()) {
      throw input.bad("scopes", "Give at least one scope.");
    }
    return names.stream().distinct().sorted().map(TokenScope::valueOf).toList();
  }

  private static Instant expiresAt(Input input) {
    Instant now = Instant.now();
    @Nullable Instant given = input.get("expiresAt");
    if (given == null) {
      return now.plus(USUAL_LIFE);
    }
    if (!given.isAfter(now) || given.isAfter(now.plus(LONGEST_LIFE))) {
      throw input.bad("expiresAt", "This must lie in the future, and within a year.");
    }
    return given;
  }

  private static boolean isCurrent(DataFetchingEnvironment env) {
    return session(env).id().value().equals(Caller.of(env).credential().id());
  }

  private static Session session(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.getSource());
  }

  private static ApiToken apiToken(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.getSource());
  }
}
