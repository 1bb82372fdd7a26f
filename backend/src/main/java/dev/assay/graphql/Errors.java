package dev.assay.graphql;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.language.SourceLocation;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.sql.SQLTransientConnectionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one form in which errors leave the server, over HTTP and socket alike: {@code message},
 * {@code locations} and {@code path} where there are any, and {@code extensions} with {@code code},
 * {@code requestId} and the code's details.
 */
public final class Errors {
  /** What is said of a defect; more stands in the log. */
  public static final String INTERNAL_MESSAGE =
      "Something broke inside Assay. The request id finds it in the server's log.";

  private static final String BUSY_MESSAGE =
      "Assay's database is busy or away, and had no time for this request. Try again in a moment.";

  private static final long BUSY_MS = 2_000;
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private Errors() {}

  /** An error of an execution. Defects that graphql-java found are logged here. */
  public static Map<String, Object> describe(GraphQLError error, RequestId request) {
    Map<String, Object> extensions = error.getExtensions();
    if (extensions != null && extensions.get("code") instanceof ErrorCode) {
      return describe(error.getMessage(), error, extensions, request);
    }
    ErrorClassification type = error.getErrorType();
    if (type == ErrorType.NullValueInNonNullableField || type == ErrorType.DataFetchingException) {
      LOG.error("Request {}: {}", request.value(), error.getMessage());
      return describe(INTERNAL_MESSAGE, error, Map.of("code", ErrorCode.INTERNAL), request);
    }
    if (type == ErrorType.ExecutionAborted || isTooLarge(error)) {
      String message = BadDocument.of(error).message();
      return describe(message, error, Map.of("code", ErrorCode.QUERY_TOO_COMPLEX), request);
    }
    BadDocument bad = BadDocument.of(error);
    return describe(bad.message(), error, bad.extensions(), request);
  }

  private static boolean isTooLarge(GraphQLError error) {
    return error instanceof ValidationError invalid
        && (invalid.getValidationErrorType() == ValidationErrorType.MaxQueryDepthExceeded
            || invalid.getValidationErrorType() == ValidationErrorType.MaxQueryFieldsExceeded);
  }

  /**
   * An error outside of any execution, or the one that ends a subscription. Unknown ones are logged
   * here.
   */
  public static Map<String, Object> describe(Throwable error, RequestId request) {
    AppException cause = understood(error, request, "");
    return describe(String.valueOf(cause.getMessage()), null, extensions(cause), request);
  }

  /**
   * The error itself where it is meant for people; else it is logged and a plain {@code INTERNAL}
   * takes its place.
   */
  static AppException understood(Throwable error, RequestId request, String where) {
    Throwable cause = error;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof AppException app) {
      return app;
    }
    if (isWithoutConnection(cause)) {
      LOG.warn("Request {} got no connection to the database {}", request.value(), where);
      return new AppException(
          ErrorCode.RATE_LIMITED, BUSY_MESSAGE, Map.of("retryAfterMs", BUSY_MS));
    }
    LOG.error("Request {} failed {}", request.value(), where, cause);
    return new AppException(ErrorCode.INTERNAL, INTERNAL_MESSAGE);
  }

  /** The pool had none to give for its whole waiting time. */
  private static boolean isWithoutConnection(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException) {
        return true;
      }
    }
    return false;
  }

  static GraphQLError of(AppException error) {
    return GraphqlErrorBuilder.newError()
        .message("%s", error.getMessage())
        .extensions(extensions(error))
        .build();
  }

  static Map<String, Object> extensions(AppException error) {
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("code", error.code());
    extensions.putAll(error.details());
    return extensions;
  }

  private static Map<String, Object> describe(
      String message,
      @Nullable GraphQLError error,
      Map<String, Object> extensions,
      RequestId request) {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("message", message);
    if (error != null && error.getLocations() != null && !error.getLocations().isEmpty()) {
      description.put("locations", locations(error.getLocations()));
    }
    if (error != null && error.getPath() != null) {
      description.put("path", error.getPath());
    }
    Map<String, Object> all = new LinkedHashMap<>(extensions);
    all.put("requestId", request.value());
    description.put("extensions", all);
    return description;
  }

  private static List<Map<String, Integer>> locations(List<SourceLocation> locations) {
    return locations.stream()
        .map(location -> Map.of("line", location.getLine(), "column", location.getColumn()))
        .toList();
  }
}
