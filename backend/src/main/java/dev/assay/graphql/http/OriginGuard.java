package dev.assay.graphql.http;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps foreign web pages out: every request, also for a file or a socket's upgrade, must call the
 * server by a name of its own and must not come from a page elsewhere. Pages of {@code
 * ALLOWED_ORIGINS} may, with CORS.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class OriginGuard implements Ordered {
  private final Addresses addresses;

  OriginGuard(Addresses addresses) {
    this.addresses = addresses;
  }

  @RequestFilter
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    HttpHeaders headers = request.getHeaders();
    String host = headers.get(HttpHeaders.HOST);
    String origin = headers.get(HttpHeaders.ORIGIN);
    if (host == null || !addresses.isOurs(host)) {
      return refuse(request, "This server does not answer to that host name.");
    }
    if (origin != null && !addresses.isWelcome(origin, host)) {
      return refuse(request, "Pages from there may not talk to this server.");
    }
    if (origin == null && isUnasked(request)) {
      return refuse(request, "Other sites may not ask this.");
    }
    return isPreflight(request) ? preflight(origin) : null;
  }

  @ResponseFilter
  void allow(HttpRequest<?> request, MutableHttpResponse<?> response) {
    allow(request.getHeaders().get(HttpHeaders.ORIGIN), response);
  }

  private void allow(@Nullable String origin, MutableHttpResponse<?> response) {
    if (origin != null && addresses.isAllowed(origin)) {
      response
          .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
          .header(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true")
          .header(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "X-Request-Id")
          .header(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
  }

  /**
   * Whether another site's page made the browser ask this unseen, as an image's address does. Links
   * are welcome.
   */
  private static boolean isUnasked(HttpRequest<?> request) {
    String site = request.getHeaders().get("Sec-Fetch-Site");
    boolean foreign = "cross-site".equals(site) || "same-site".equals(site);
    boolean link = "navigate".equals(request.getHeaders().get("Sec-Fetch-Mode"));
    return foreign && (!link || request.getPath().startsWith("/graphql"));
  }

  private static boolean isPreflight(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.OPTIONS
        && request.getHeaders().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
  }

  private HttpResponse<?> preflight(@Nullable String origin) {
    MutableHttpResponse<?> answer =
        HttpResponse.noContent()
            .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST")
            .header(
                HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
                "Authorization, Content-Type, X-Request-Id")
            .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "3600");
    allow(origin, answer);
    return answer;
  }

  private static HttpResponse<?> refuse(HttpRequest<?> request, String message) {
    AppException error = new AppException(ErrorCode.FORBIDDEN, message);
    return ErrorAnswers.of(error, RequestIds.of(request));
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 1;
  }
}
