package dev.assay.graphql;

import com.fasterxml.jackson.core.JsonGenerator;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Results and errors as the JSON that clients read. */
public final class Answer {
  private Answer() {}

  /** Writes a result: its errors if there are any, its data if it got as far as having some. */
  public static void write(JsonGenerator out, ExecutionResult result, RequestId request)
      throws IOException {
    out.writeStartObject();
    if (!result.getErrors().isEmpty()) {
      out.writeArrayFieldStart("errors");
      for (GraphQLError error : result.getErrors()) {
        Json.write(out, Errors.describe(error, request));
      }
      out.writeEndArray();
    }
    if (result.isDataPresent()) {
      out.writeFieldName("data");
      Json.write(out, result.getData());
    }
    Map<Object, Object> extensions = result.getExtensions();
    if (extensions != null && !extensions.isEmpty()) {
      out.writeFieldName("extensions");
      Json.write(out, extensions);
    }
    out.writeEndObject();
  }

  /** Writes an answer that is one error and nothing else. */
  public static void write(JsonGenerator out, Throwable error, RequestId request)
      throws IOException {
    Json.write(out, Map.of("errors", List.of(Errors.describe(error, request))));
  }
}
