package dev.assay.identity;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.graphql.Caller;
import dev.assay.graphql.Callers;
import dev.assay.graphql.ClientAddresses;
import dev.assay.graphql.Credential;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out who calls: by an API token, else by being local, else by a session's cookie. */
@Singleton
final class RequestCallers implements Callers {
  private static final String BEARER = "bearer ";

  private final SignInMode mode;
  private final ClientAddresses addresses;
  private final BrowserSessions browser;
  private final SessionRepository sessions;
  private final ApiTokenRepository apiTokens;
  private final UserRepository users;

  RequestCallers(
      SignInMode mode,
      ClientAddresses addresses,
      BrowserSessions browser,
      SessionRepository sessions,
      ApiTokenRepository apiTokens,
      UserRepository users) {
    this.mode = mode;
    this.addresses = addresses;
    this.browser = browser;
    this.sessions = sessions;
    this.apiTokens = apiTokens;
    this.users = users;
  }

  @Override
  public @Nullable Caller of(HttpRequest<?> request, @Nullable String authorization) {
    if (authorization != null) {
      return byToken(authorization);
    }
    if (mode.isLocal(request.getRemoteAddress().getAddress())) {
      return LocalUser.CALLER;
    }
    return bySession(request);
  }

  private Caller byToken(String authorization) {
    ApiTokenRepository.Holder holder =
        authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
            ? apiTokens.holder(Opaque.hash(authorization.substring(BEARER.length()).strip()))
            : null;
    if (holder == null || mode.isOver(holder.user())) {
      throw new AppException(
          ErrorCode.UNAUTHENTICATED,
          "Authorization must be Bearer and an API token that is neither revoked nor expired.");
    }
    ApiToken token = holder.token();
    if (holder.stale()) {
      apiTokens.use(token.id());
      users.see(holder.user().id());
    }
    return caller(
        holder.user(),
        Credential.apiToken(token.id().value(), Set.copyOf(token.scopes()), token.expiresAt()));
  }

  private @Nullable Caller bySession(HttpRequest<?> request) {
    AccessTokens.Claims claims = browser.access(request);
    SessionRepository.Holder holder = claims == null ? null : sessions.holder(claims.session());
    if (claims == null || holder == null || mode.isOver(holder.user())) {
      return null;
    }
    if (holder.stale()) {
      sessions.use(claims.session(), addresses.of(request).getHostAddress());
      users.see(holder.user().id());
    }
    return caller(holder.user(), Credential.session(claims.session().value(), claims.expiresAt()));
  }

  private static Caller caller(User user, Credential credential) {
    return new Caller(user.id(), user.name(), user.isAdministrator(), credential);
  }

  @Override
  public Set<Caller> valid(Set<Caller> callers) {
    Instant now = Instant.now();
    Map<Credential.Kind, Set<Caller>> inTime =
        callers.stream()
            .filter(caller -> !caller.credential().isExpired(now))
            .collect(
                Collectors.groupingBy(caller -> caller.credential().kind(), Collectors.toSet()));
    Set<Caller> valid = new HashSet<>();
    inTime.forEach((kind, some) -> {
      Set<UUID> ids =
          some.stream().map(caller -> caller.credential().id()).collect(Collectors.toSet());
      ids.retainAll(valid(kind, ids));
      some.stream().filter(caller -> ids.contains(caller.credential().id())).forEach(valid::add);
    });
    return valid;
  }

  private Collection<UUID> valid(Credential.Kind kind, Set<UUID> ids) {
    return switch (kind) {
      case LOCAL -> mode.isLocal() ? Set.copyOf(ids) : List.of();
      case SESSION -> sessions.living(ids);
      case API_TOKEN -> apiTokens.working(ids);
    };
  }
}
