package dev.assay.graphql.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.graphql.Answer;
import dev.assay.graphql.Json;
import dev.assay.graphql.OperationRefused;
import dev.assay.graphql.RequestId;
import graphql.ExecutionResult;
import graphql.language.OperationDefinition.Operation;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Results of executions as whole HTTP answers. */
final class ResultAnswers {
  private ResultAnswers() {}

  static HttpResponse<?> of(ExecutionResult result, AnswerType type, RequestId id) {
    HttpStatus status = result.isDataPresent() ? HttpStatus.OK : type.statusWithoutData();
    boolean mutationByGet = isRefusedMutation(result);
    MutableHttpResponse<byte[]> answer =
        HttpResponse.<byte[]>status(mutationByGet ? HttpStatus.METHOD_NOT_ALLOWED : status)
            .contentType(type.mediaType())
            .body(body(result, id));
    return mutationByGet ? answer.header(HttpHeaders.ALLOW, "POST") : answer;
  }

  private static boolean isRefusedMutation(ExecutionResult result) {
    return result.getErrors().stream()
        .anyMatch(error ->
            error instanceof OperationRefused refused && refused.operation() == Operation.MUTATION);
  }

  private static byte[] body(ExecutionResult result, RequestId id) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator out = Json.generator(bytes)) {
      Answer.write(out, result, id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
