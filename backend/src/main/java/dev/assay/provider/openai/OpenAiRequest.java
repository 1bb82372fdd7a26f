package dev.assay.provider.openai;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.provider.ChatRequest;
import dev.assay.provider.Parameters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes the body of a request. */
final class OpenAiRequest {
  private static final JsonFactory JSON = new JsonFactory();

  private OpenAiRequest() {}

  static byte[] write(ChatRequest request) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512 + request.userMessage().length());
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("model", request.model());
      json.writeArrayFieldStart("messages");
      if (request.systemPrompt() != null && !request.systemPrompt().isEmpty()) {
        writeMessage(json, "system", request.systemPrompt());
      }
      writeMessage(json, "user", request.userMessage());
      json.writeEndArray();
      json.writeBooleanField("stream", true);
      json.writeObjectFieldStart("stream_options");
      json.writeBooleanField("include_usage", true);
      json.writeEndObject();
      writeParameters(json, request.parameters());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void writeMessage(JsonGenerator json, String role, String content)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("role", role);
    json.writeStringField("content", content);
    json.writeEndObject();
  }

  private static void writeParameters(JsonGenerator json, Parameters parameters)
      throws IOException {
    if (parameters.temperature() != null) {
      json.writeNumberField("temperature", parameters.temperature());
    }
    if (parameters.maxTokens() != null) {
      json.writeNumberField("max_tokens", parameters.maxTokens());
    }
    if (parameters.topP() != null) {
      json.writeNumberField("top_p", parameters.topP());
    }
    if (parameters.seed() != null) {
      json.writeNumberField("seed", parameters.seed());
    }
    if (parameters.stop() != null) {
      json.writeArrayFieldStart("stop");
      for (String stop : parameters.stop()) {
        json.writeString(stop);
      }
      json.writeEndArray();
    }
  }
}
