package dev.assay.graphql.http;

import dev.assay.graphql.RequestId;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Gives every request its id before anything else sees it, and every answer the header that tells
 * it.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class RequestIds implements Ordered {
  private static final String ATTRIBUTE = RequestId.class.getName();

  /** The id of a request. */
  public static RequestId of(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, RequestId.class)
        .orElseGet(() -> {
          RequestId id = RequestId.of(request.getHeaders().get(RequestId.HEADER));
          request.setAttribute(ATTRIBUTE, id);
          return id;
        });
  }

  @RequestFilter
  void name(HttpRequest<?> request) {
    of(request);
  }

  @ResponseFilter
  void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
    response.getHeaders().set(RequestId.HEADER, of(request).value());
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
