package dev.assay.identity;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.security.oauth2.endpoint.authorization.response.AuthorizationErrorResponseException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a sign-in did not succeed, as the sign-in page is told. */
enum SignInProblem {
  /** The person, or the provider, said no. */
  DENIED,
  /** It took too long, or what came back belongs to another sign-in. */
  EXPIRED,
  /** An administrator has locked the person out. */
  DEACTIVATED,
  /** The provider does not answer. */
  UNAVAILABLE,
  /** Too many attempts from one address. */
  RATE_LIMITED,
  /** Anything else. */
  FAILED;

  /** What it was that went wrong; null where nothing was thrown, and the ID token was refused. */
  static SignInProblem of(@Nullable Throwable error) {
    return switch (error) {
      case null -> EXPIRED;
      case AuthorizationErrorResponseException denied -> DENIED;
      case AppException app when app.code() == ErrorCode.RATE_LIMITED -> RATE_LIMITED;
      case HttpClientResponseException answered when answered.code() < 500 -> FAILED;
      case HttpClientException lost -> UNAVAILABLE;
      default -> FAILED;
    };
  }

  /** Sends the browser to the page that says so. */
  MutableHttpResponse<?> answer() {
    return HttpResponse.seeOther(URI.create("/sign-in?error=" + name().toLowerCase(Locale.ROOT)));
  }
}
