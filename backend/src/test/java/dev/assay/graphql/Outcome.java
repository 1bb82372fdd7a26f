package dev.assay.graphql;

import com.fasterxml.jackson.core.JsonGenerator;
import graphql.ExecutionResult;
import graphql.language.OperationDefinition.Operation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client reads, as maps and lists. */
public record Outcome(Map<String, @Nullable Object> json) {

  static Outcome of(Engine engine, String query, Map<String, Object> variables) {
    return of(engine, query, variables, TestCallers.SOMEBODY);
  }

  static Outcome of(
      Engine engine, String query, Map<String, Object> variables, @Nullable Caller caller) {
    RequestId id = new RequestId("test-request");
    GraphQLRequest request = new GraphQLRequest(query, null, variables);
    ExecutionResult result =
        engine.execute(request, caller, id, EnumSet.allOf(Operation.class)).result();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = Json.generator(bytes)) {
      Answer.write(out, result, id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(bytes.toByteArray());
  }

  /** Reads an answer's JSON. */
  @SuppressWarnings("unchecked")
  public static Outcome of(byte[] json) {
    try {
      Object value = Json.read(new ByteArrayInputStream(json));
      return new Outcome((Map<String, @Nullable Object>) java.util.Objects.requireNonNull(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A value below, such as {@code at("data", "book", "number")} or {@code at("errors", 0,
   * "message")}.
   */
  public @Nullable Object at(Object... path) {
    Object value = json;
    for (Object step : path) {
      value =
          switch (value) {
            case Map<?, ?> map -> map.get(step);
            case List<?> list when (Integer) step < list.size() -> list.get((Integer) step);
            case null, default -> null;
          };
    }
    return value;
  }

  /** The first error's code; null where there is no error. */
  public @Nullable Object code() {
    return at("errors", 0, "extensions", "code");
  }

  /** The first error's field; null where it names none. */
  public @Nullable Object field() {
    return at("errors", 0, "extensions", "field");
  }

  /** The first error's message. */
  public String message() {
    return String.valueOf(at("errors", 0, "message"));
  }
}
