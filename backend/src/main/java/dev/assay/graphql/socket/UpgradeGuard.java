package dev.assay.graphql.socket;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.graphql.http.ErrorAnswers;
import dev.assay.graphql.http.RequestIds;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Refuses whoever does not speak the protocol before a socket is opened. */
@ServerFilter(SocketEndpoint.PATH)
final class UpgradeGuard {

  @RequestFilter
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    boolean speaks =
        request.getHeaders().getAll(HttpHeaders.SEC_WEBSOCKET_PROTOCOL).stream()
            .flatMap(header -> Arrays.stream(header.split(",")))
            .map(String::strip)
            .anyMatch(SocketEndpoint.PROTOCOL::equals);
    if (speaks) {
      return null;
    }
    String message = "Here one speaks " + SocketEndpoint.PROTOCOL + " over a websocket.";
    AppException error = new AppException(ErrorCode.BAD_USER_INPUT, message);
    return ErrorAnswers.of(error, RequestIds.of(request));
  }
}
