package dev.assay.identity;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The two cookies of a session. No script can read them, no other site's page can make a browser
 * send them, and over https no other server of the same domain can set them.
 */
@Singleton
final class SessionCookies {
  private static final String ACCESS = "assay-access";
  private static final String REFRESH = "assay-refresh";

  /** Browsers take a cookie of such a name only over https, from this very host, for all paths. */
  private static final String HOST = "__Host-";

  private final boolean isHttps;

  SessionCookies(@Value("${assay.public-url:}") String publicUrl) {
    this.isHttps = publicUrl.startsWith("https:");
  }

  @Nullable String access(HttpRequest<?> request) {
    return value(request, ACCESS);
  }

  @Nullable String refresh(HttpRequest<?> request) {
    return value(request, REFRESH);
  }

  /** Puts both tokens into the browser; it keeps the refresh token that it has where null. */
  void set(
      HttpRequest<?> request,
      MutableHttpResponse<?> response,
      String access,
      Sessions.Grant grant,
      Instant now) {
    response.cookie(cookie(request, ACCESS, access, AccessTokens.LIFE));
    if (grant.refreshToken() != null) {
      response.cookie(
          cookie(request, REFRESH, grant.refreshToken(), Duration.between(now, grant.expiresAt())));
    }
  }

  /** Takes both out of the browser. */
  void clear(HttpRequest<?> request, MutableHttpResponse<?> response) {
    response.cookie(cookie(request, ACCESS, "", Duration.ZERO));
    response.cookie(cookie(request, REFRESH, "", Duration.ZERO));
  }

  private @Nullable String value(HttpRequest<?> request, String name) {
    return request.getCookies().findCookie(name(request, name)).map(Cookie::getValue).orElse(null);
  }

  private Cookie cookie(HttpRequest<?> request, String name, String value, Duration life) {
    return Cookie.of(name(request, name), value)
        .path("/")
        .httpOnly(true)
        .secure(isSecure(request))
        .sameSite(SameSite.Strict)
        .maxAge(life);
  }

  private String name(HttpRequest<?> request, String name) {
    return isSecure(request) ? HOST + name : name;
  }

  /** Behind a proxy that ends TLS only the settings know. */
  private boolean isSecure(HttpRequest<?> request) {
    return isHttps || request.isSecure();
  }
}
