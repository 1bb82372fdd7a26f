package dev.assay.graphql.socket;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.graphql.Answer;
import dev.assay.graphql.Errors;
import dev.assay.graphql.Json;
import dev.assay.graphql.RequestId;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the server says, as bytes. Each is written once, straight into the buffer that is sent. */
record ServerMessages(ByteBufAllocator buffers) {
  private interface Body {
    void write(JsonGenerator out) throws IOException;
  }

  ByteBuf acknowledge() {
    return message("connection_ack", null, out -> {});
  }

  ByteBuf pong(@Nullable Object payload) {
    return message("pong", null, out -> writePayload(out, payload));
  }

  ByteBuf next(String id, ExecutionResult result, RequestId request) {
    return message(
        "next",
        id,
        out -> {
          out.writeFieldName("payload");
          Answer.write(out, result, request);
        });
  }

  ByteBuf error(String id, List<GraphQLError> errors, RequestId request) {
    return error(id, errors.stream().map(error -> Errors.describe(error, request)).toList());
  }

  ByteBuf error(String id, Throwable error, RequestId request) {
    return error(id, List.of(Errors.describe(error, request)));
  }

  private ByteBuf error(String id, List<Map<String, Object>> descriptions) {
    return message("error", id, out -> writePayload(out, descriptions));
  }

  ByteBuf complete(String id) {
    return message("complete", id, out -> {});
  }

  private static void writePayload(JsonGenerator out, @Nullable Object payload) throws IOException {
    if (payload != null) {
      out.writeFieldName("payload");
      Json.write(out, payload);
    }
  }

  private ByteBuf message(String type, @Nullable String id, Body body) {
    MessageBytes bytes = new MessageBytes(buffers);
    try (JsonGenerator out = Json.generator(bytes)) {
      out.writeStartObject();
      if (id != null) {
        out.writeStringField("id", id);
      }
      out.writeStringField("type", type);
      body.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      bytes.release();
      throw new UncheckedIOException(e);
    } catch (RuntimeException | Error e) {
      bytes.release();
      throw e;
    }
    return bytes.whole();
  }
}
