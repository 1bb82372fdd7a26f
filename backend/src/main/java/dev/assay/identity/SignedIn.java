package dev.assay.identity;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthenticationFailed;
import io.micronaut.security.authentication.AuthenticationFailureReason;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.handlers.RedirectingLoginHandler;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Objects;

/** Sends a browser that comes back from its provider on to the page. */
@Singleton
final class SignedIn implements RedirectingLoginHandler<HttpRequest<?>, MutableHttpResponse<?>> {
  private static final URI PAGE = URI.create("/signed-in");

  private final BrowserSessions browser;

  SignedIn(BrowserSessions browser) {
    this.browser = browser;
  }

  @Override
  public MutableHttpResponse<?> loginSuccess(
      Authentication authentication, HttpRequest<?> request) {
    Object grant = Objects.requireNonNull(authentication.getAttributes().get(OpenIdSignIn.GRANT));
    MutableHttpResponse<?> answer = HttpResponse.seeOther(PAGE);
    browser.remember(request, answer, (Sessions.Grant) grant);
    return answer;
  }

  @Override
  public MutableHttpResponse<?> loginFailed(
      AuthenticationResponse response, HttpRequest<?> request) {
    AuthenticationFailureReason reason =
        response instanceof AuthenticationFailed failed ? failed.getReason() : null;
    return switch (reason) {
      case ACCOUNT_LOCKED -> SignInProblem.DEACTIVATED.answer();
      case USER_NOT_FOUND -> SignInProblem.DENIED.answer();
      // The state: the sign-in was begun long ago, or in another browser.
      case null, default -> SignInProblem.EXPIRED.answer();
    };
  }

  @Override
  public MutableHttpResponse<?> loginRefresh(
      Authentication authentication, String refreshToken, HttpRequest<?> request) {
    throw new UnsupportedOperationException("Sessions are renewed by SessionController.");
  }
}
