package dev.assay.identity;

import dev.assay.error.AppException;
import io.micronaut.http.HttpAttributes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before the OpenID client's two addresses, which browsers open as pages: counts attempts,
 * and sends a browser whose sign-in failed to the sign-in page, with the reason.
 */
@ServerFilter({"/auth/login/**", "/auth/callback/**"})
final class SignInGuard {
  private static final Logger LOG = LoggerFactory.getLogger(SignInGuard.class);

  private final SignInAttempts attempts;
  private final SignInMode mode;
  private final ProviderMetadata metadata;

  SignInGuard(SignInAttempts attempts, SignInMode mode, ProviderMetadata metadata) {
    this.attempts = attempts;
    this.mode = mode;
    this.metadata = metadata;
  }

  /** On a virtual thread: the client itself would ask the provider who it is on an event loop. */
  @RequestFilter
  @ExecuteOn(TaskExecutors.VIRTUAL)
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    if (request.getMethod() != HttpMethod.GET) {
      return HttpResponse.status(HttpStatus.METHOD_NOT_ALLOWED);
    }
    try {
      attempts.count(request);
    } catch (AppException e) {
      return SignInProblem.of(e).answer();
    }
    String provider = request.getPath().replaceFirst(".*/", "");
    boolean isAway = mode.providers().contains(provider) && metadata.find(provider) == null;
    return isAway ? SignInProblem.UNAVAILABLE.answer() : null;
  }

  @ResponseFilter
  @Nullable MutableHttpResponse<?> explain(MutableHttpResponse<?> response) {
    keepFromOtherSites(response.getHeaders());
    Throwable error = response.getAttribute(HttpAttributes.EXCEPTION, Throwable.class).orElse(null);
    // The framework sends browsers to the page's beginning after some of them.
    boolean failed = error != null || response.code() >= 400;
    if (!failed || response.status() == HttpStatus.METHOD_NOT_ALLOWED) {
      return null;
    }
    SignInProblem problem = SignInProblem.of(error);
    LOG.warn("A sign-in failed: {}", problem, error);
    return problem.answer();
  }

  /**
   * The OpenID client cannot say so of its cookies. Strict they cannot be: the provider, another
   * site, sends the browser back.
   */
  private static void keepFromOtherSites(MutableHttpHeaders headers) {
    List<String> cookies = List.copyOf(headers.getAll(HttpHeaders.SET_COOKIE));
    headers.remove(HttpHeaders.SET_COOKIE);
    for (String cookie : cookies) {
      String whole = cookie.contains("; SameSite=") ? cookie : cookie + "; SameSite=Lax";
      headers.add(HttpHeaders.SET_COOKIE, whole);
    }
  }
}
