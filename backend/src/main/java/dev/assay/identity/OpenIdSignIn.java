package dev.assay.identity;

import dev.assay.database.RequiresDatabase;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.AuthenticationFailureReason;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.oauth2.endpoint.authorization.state.State;
import io.micronaut.security.oauth2.endpoint.token.response.DefaultOpenIdAuthenticationMapper;
import io.micronaut.security.oauth2.endpoint.token.response.OpenIdAuthenticationMapper;
import io.micronaut.security.oauth2.endpoint.token.response.OpenIdClaims;
import io.micronaut.security.oauth2.endpoint.token.response.OpenIdTokenResponse;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Makes a session of what the OpenID client has proved: code, verifier, state, nonce and the ID
 * token's signature, issuer and audience.
 */
@Singleton
@RequiresDatabase
@Replaces(DefaultOpenIdAuthenticationMapper.class)
final class OpenIdSignIn implements OpenIdAuthenticationMapper {
  /** Under what the answer carries the session. */
  static final String GRANT = "grant";

  private static final int MAX_NAME = 200;

  private final Guests guests;
  private final Users users;
  private final Sessions sessions;
  private final BrowserSessions browser;
  private final Pictures pictures;
  private final ExecutorService threads;

  OpenIdSignIn(
      Guests guests,
      Users users,
      Sessions sessions,
      BrowserSessions browser,
      Pictures pictures,
      @Named(TaskExecutors.VIRTUAL) ExecutorService threads) {
    this.guests = guests;
    this.users = users;
    this.sessions = sessions;
    this.browser = browser;
    this.pictures = pictures;
    this.threads = threads;
  }

  @Override
  public Publisher<AuthenticationResponse> createAuthenticationResponse(
      String provider, OpenIdTokenResponse response, OpenIdClaims claims, @Nullable State state) {
    HttpRequest<?> request = ServerRequestContext.currentRequest().orElseThrow();
    return Mono.fromCallable(() -> signIn(profile(claims), browser.visit(request)))
        .subscribeOn(Schedulers.fromExecutorService(threads));
  }

  private AuthenticationResponse signIn(Profile profile, Visit visit) {
    if (!guests.areWelcome(profile.email())) {
      return AuthenticationResponse.failure(AuthenticationFailureReason.USER_NOT_FOUND);
    }
    User user = users.arrive(profile);
    if (user.deactivatedAt() != null) {
      return AuthenticationResponse.failure(AuthenticationFailureReason.ACCOUNT_LOCKED);
    }
    pictures.update(user.id(), profile);
    Sessions.Grant grant = sessions.open(user.id(), visit);
    return AuthenticationResponse.success(user.id().value().toString(), Map.of(GRANT, grant));
  }

  private static Profile profile(OpenIdClaims claims) {
    boolean isVerified = "true".equals(String.valueOf(claims.get("email_verified")));
    String name =
        Stream.of(claims.getName(), claims.getPreferredUsername(), claims.getEmail())
            .filter(text -> text != null && !text.isBlank())
            .findFirst()
            .orElse("Unnamed");
    return new Profile(
        Objects.requireNonNull(claims.getIssuer()),
        Objects.requireNonNull(claims.getSubject()),
        name.substring(0, Math.min(name.length(), MAX_NAME)).replace("\0", ""),
        isVerified ? claims.getEmail() : null,
        claims.getPicture());
  }
}
