package dev.assay.graphql.http;

import dev.assay.error.AppException;
import dev.assay.graphql.GraphQLRequest;
import dev.assay.graphql.Json;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a GraphQL request out of an HTTP request. What is wrong is thrown as {@code
 * BAD_USER_INPUT}.
 */
final class RequestReader {
  private RequestReader() {}

  /**
   * Whether the body is said to be JSON in UTF-8, as it stands: a small packed body may unpack to a
   * huge one.
   */
  static boolean isJson(HttpRequest<?> request) {
    return !request.getHeaders().contains(HttpHeaders.CONTENT_ENCODING)
        && request
            .getContentType()
            .filter(type -> type.getName().equals(MediaType.APPLICATION_JSON))
            .filter(type ->
                type.getParameters().get("charset").map(Object::toString).stream()
                    .allMatch("utf-8"::equalsIgnoreCase))
            .isPresent();
  }

  static GraphQLRequest ofBody(byte[] body) {
    return switch (json(body, "The body is not valid JSON.")) {
      case Map<?, ?> object -> GraphQLRequest.of(cast(object));
      case List<?> batch ->
          throw AppException.badInput("query", "Send one request at a time, not a list of them.");
      case null, default -> throw AppException.badInput("query", "A request is a JSON object.");
    };
  }

  static GraphQLRequest ofQuery(HttpParameters parameters) {
    Map<String, Object> json = new HashMap<>();
    for (String name : List.of("query", "operationName")) {
      parameters
          .getFirst(name)
          .filter(text -> !text.isEmpty())
          .ifPresent(text -> json.put(name, text));
    }
    for (String name : List.of("variables", "extensions")) {
      parameters
          .getFirst(name)
          .filter(text -> !text.isEmpty())
          .map(text ->
              json(text.getBytes(StandardCharsets.UTF_8), "The " + name + " are not valid JSON."))
          .ifPresent(value -> json.put(name, value));
    }
    return GraphQLRequest.of(json);
  }

  private static @Nullable Object json(byte[] text, String problem) {
    try {
      return Json.read(new ByteArrayInputStream(text));
    } catch (IOException e) {
      throw AppException.badInput("query", problem);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> cast(Map<?, ?> object) {
    return (Map<String, Object>) object;
  }
}
