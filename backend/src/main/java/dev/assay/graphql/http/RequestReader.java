package dev.assay.graphql.http;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.assay.error.AppException;
import dev.assay.graphql.GraphQLRequest;
import dev.assay.graphql.Json;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

  /**
   * Reads a body.
   *
   * @param bytes its length, which the server holds its sender to; -1 where it was not said
   * @throws BodyTooLarge where one of unsaid length is larger than usual
   */
  static GraphQLRequest ofBody(InputStream body, long bytes) {
    return switch (json(bytes < 0 ? whole(body) : body, "The body is not valid JSON.")) {
      case Map<?, ?> object -> GraphQLRequest.of(cast(object));
      case List<?> batch ->
          throw AppException.badInput("query", "Send one request at a time, not a list of them.");
      case null, default -> throw AppException.badInput("query", "A request is a JSON object.");
    };
  }

  /** Who is still sending would not read that it was refused. */
  static void skipRest(InputStream body) {
    try {
      body.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // It was cut off: nobody reads anything.
    }
  }

  private static InputStream whole(InputStream body) {
    try {
      byte[] read = body.readNBytes(LargeBodies.USUAL_BYTES + 1);
      if (read.length > LargeBodies.USUAL_BYTES) {
        throw new BodyTooLarge();
      }
      return new ByteArrayInputStream(read);
    } catch (IOException e) {
      throw AppException.badInput("query", "The body did not arrive whole.");
    }
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
              json(
                  new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                  "The " + name + " are not valid JSON."))
          .ifPresent(value -> json.put(name, value));
    }
    return GraphQLRequest.of(json);
  }

  private static @Nullable Object json(InputStream text, String problem) {
    try {
      return Json.read(text);
    } catch (StreamConstraintsException e) {
      throw AppException.badInput("query", "The JSON goes too deep, or holds too many values.");
    } catch (IOException e) {
      throw AppException.badInput("query", problem);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> cast(Map<?, ?> object) {
    return (Map<String, Object>) object;
  }
}
