package dev.assay.graphql;

import dev.assay.error.AppException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks.
 *
 * @param query the document
 * @param operationName which of its operations; null where it has only one
 * @param variables as they arrived; empty where there are none
 */
public record GraphQLRequest(
    String query, @Nullable String operationName, Map<String, Object> variables) {
  private static final int MAX_NAME = 200;

  /**
   * Reads the fields of a request's JSON object. Throws {@code BAD_USER_INPUT} naming the one that
   * is wrong.
   */
  public static GraphQLRequest of(Map<String, Object> json) {
    if (!(json.get("query") instanceof String query)) {
      throw AppException.badInput("query", "A request needs a document in its query, as a string.");
    }
    object(json, "extensions");
    return new GraphQLRequest(query, operationName(json), object(json, "variables"));
  }

  private static @Nullable String operationName(Map<String, Object> json) {
    Object name = json.get("operationName");
    if (name != null && !(name instanceof String)) {
      throw AppException.badInput("operationName", "The name of an operation is a string.");
    }
    if (name != null && ((String) name).length() > MAX_NAME) {
      throw AppException.badInput(
          "operationName", "The name of an operation has at most 200 characters.");
    }
    return (String) name;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Map<String, Object> json, String name) {
    Object value = json.get(name);
    if (value != null && !(value instanceof Map)) {
      throw AppException.badInput(name, "This must be an object.");
    }
    return value == null ? Map.of() : (Map<String, Object>) value;
  }
}
