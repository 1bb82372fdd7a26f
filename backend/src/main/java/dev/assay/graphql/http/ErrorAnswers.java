package dev.assay.graphql.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.graphql.Answer;
import dev.assay.graphql.Json;
import dev.assay.graphql.RequestId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Errors as whole HTTP answers, in the form that GraphQL errors have. */
public final class ErrorAnswers {
  private ErrorAnswers() {}

  /**
   * An answer with the status that fits the error; an unknown one is logged and answered as {@code
   * INTERNAL}.
   */
  public static MutableHttpResponse<byte[]> of(RuntimeException error, RequestId request) {
    ErrorCode code = error instanceof AppException app ? app.code() : ErrorCode.INTERNAL;
    return of(statusOf(code), error, request);
  }

  /** An answer with a status of its own. */
  public static MutableHttpResponse<byte[]> of(
      HttpStatus status, RuntimeException error, RequestId request) {
    return HttpResponse.<byte[]>status(status)
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .body(body(error, request));
  }

  static byte[] body(Throwable error, RequestId request) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator out = Json.generator(bytes)) {
      Answer.write(out, error, request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static HttpStatus statusOf(ErrorCode code) {
    return switch (code) {
      case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case BAD_USER_INPUT, QUERY_TOO_COMPLEX -> HttpStatus.BAD_REQUEST;
      case CONFLICT -> HttpStatus.CONFLICT;
      case RATE_LIMITED, BUDGET_EXCEEDED -> HttpStatus.TOO_MANY_REQUESTS;
      case UPSTREAM_UNAVAILABLE, UPSTREAM_REJECTED, CONTENT_BLOCKED -> HttpStatus.BAD_GATEWAY;
      case UPSTREAM_TIMEOUT -> HttpStatus.GATEWAY_TIMEOUT;
      case INTERRUPTED -> HttpStatus.SERVICE_UNAVAILABLE;
      case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
    };
  }
}
