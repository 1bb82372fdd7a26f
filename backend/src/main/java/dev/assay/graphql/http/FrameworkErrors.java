package dev.assay.graphql.http;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.graphql.Errors;
import dev.assay.graphql.RequestId;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The errors that the HTTP server itself answers with (404, 405, 413 and so on), in the form that
 * GraphQL errors have. What the framework would say of them is left out: it may name classes.
 */
@Singleton
final class FrameworkErrors implements ErrorResponseProcessor<byte[]> {
  private static final Logger LOG = LoggerFactory.getLogger(FrameworkErrors.class);

  @Override
  public MutableHttpResponse<byte[]> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    RequestId request = RequestIds.of(context.getRequest());
    int status = response.code();
    if (status >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
      context
          .getRootCause()
          .ifPresent(cause -> LOG.error("Request {} failed", request.value(), cause));
    }
    AppException error = new AppException(codeOf(status), messageOf(status));
    return response
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .body(ErrorAnswers.body(error, request));
  }

  private static ErrorCode codeOf(int status) {
    return switch (status) {
      case 401 -> ErrorCode.UNAUTHENTICATED;
      case 403 -> ErrorCode.FORBIDDEN;
      case 404, 410 -> ErrorCode.NOT_FOUND;
      case 409, 412 -> ErrorCode.CONFLICT;
      case 429 -> ErrorCode.RATE_LIMITED;
      default -> status < 500 ? ErrorCode.BAD_USER_INPUT : ErrorCode.INTERNAL;
    };
  }

  private static String messageOf(int status) {
    return switch (status) {
      case 401 -> "Sign in to do this.";
      case 403 -> "This is not allowed.";
      case 404, 410 -> "There is nothing at this address.";
      case 405 -> "This address does not answer to this method.";
      case 406 -> "This address cannot answer in a form that the request accepts.";
      case 413 -> "The request is too large.";
      case 415 -> "This address does not take this kind of content.";
      case 429 -> "There were too many requests. Try again later.";
      default -> status < 500 ? "The request is not valid." : Errors.INTERNAL_MESSAGE;
    };
  }
}
