package dev.assay;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;

/**
 * What stands beside the page under the same address. The page answers every other address with
 * whatever is accepted, and of two routes that fit the framework takes the one that produces what
 * the client named first: a browser's {@code text/html}, a program's {@code *}{@code /*}. These
 * addresses have one form each, so what is accepted does not count.
 */
@ServerFilter({
  "/auth/**",
  "/account/**",
  "/pictures/**",
  "/export/**",
  "/import/**",
  "/health",
  "/health/**",
  "/metrics",
  "/metrics/**",
  "/prometheus"
})
final class BesideThePage {
  @RequestFilter
  @PreMatching
  void acceptAnything(HttpRequest<?> request) {
    if (request.getHeaders() instanceof MutableHttpHeaders headers) {
      headers.remove(HttpHeaders.ACCEPT);
    }
  }
}
