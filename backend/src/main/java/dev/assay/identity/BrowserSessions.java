package dev.assay.identity;

import dev.assay.graphql.ClientAddresses;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Sessions as browsers hold them: by cookies. */
@Singleton
final class BrowserSessions {
  private final Sessions sessions;
  private final AccessTokens accessTokens;
  private final SessionCookies cookies;
  private final ClientAddresses addresses;

  BrowserSessions(
      Sessions sessions,
      AccessTokens accessTokens,
      SessionCookies cookies,
      ClientAddresses addresses) {
    this.sessions = sessions;
    this.accessTokens = accessTokens;
    this.cookies = cookies;
    this.addresses = addresses;
  }

  /** Who asks, as the list of sessions shows it. */
  Visit visit(HttpRequest<?> request) {
    return new Visit(Device.of(request), addresses.of(request).getHostAddress());
  }

  /** Renews the browser's session; null where it has none, or where it is over. */
  Sessions.@Nullable Grant renew(HttpRequest<?> request) {
    String token = cookies.refresh(request);
    return token == null ? null : sessions.renew(token, visit(request));
  }

  /** Ends the browser's session, by whichever of its tokens the browser still has. */
  void end(HttpRequest<?> request) {
    String refresh = cookies.refresh(request);
    if (refresh != null) {
      sessions.end(refresh);
    }
    AccessTokens.Claims claims = access(request);
    if (claims != null) {
      sessions.end(claims.session());
    }
  }

  /** What the browser's access token says; null where it has none that is worth anything. */
  AccessTokens.@Nullable Claims access(HttpRequest<?> request) {
    String token = cookies.access(request);
    return token == null ? null : accessTokens.read(token, Instant.now());
  }

  /** Puts a session into the browser; tells until when it may ask without being renewed. */
  Instant remember(HttpRequest<?> request, MutableHttpResponse<?> response, Sessions.Grant grant) {
    Instant now = Instant.now();
    Instant until = now.plus(AccessTokens.LIFE).truncatedTo(ChronoUnit.SECONDS);
    cookies.set(request, response, accessTokens.issue(grant.session(), until), grant, now);
    return until;
  }

  /** Takes the session out of the browser. */
  void forget(HttpRequest<?> request, MutableHttpResponse<?> response) {
    cookies.clear(request, response);
  }
}
