package dev.assay.graphql.socket;

import dev.assay.error.AppException;
import dev.assay.graphql.GraphQLRequest;
import dev.assay.graphql.Json;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client says. */
sealed interface ClientMessage {

  /** The client is there. What it adds is not looked at: the caller is known from the upgrade. */
  record ConnectionInit(@Nullable String authorization) implements ClientMessage {}

  /** Are you there? The payload comes back with the answer. */
  record Ping(@Nullable Object payload) implements ClientMessage {}

  /** An answer to a ping of ours, or a sign of life. */
  record Pong() implements ClientMessage {}

  /** An operation begins. */
  record Subscribe(String id, GraphQLRequest request) implements ClientMessage {}

  /** The client wants nothing more of an operation. */
  record Complete(String id) implements ClientMessage {}

  /** Reads a message. Throws {@link IOException} for what is none. */
  static ClientMessage read(ByteBuf text) throws IOException {
    if (!(Json.read(new ByteBufInputStream(text)) instanceof Map<?, ?> message)) {
      throw new IOException("A message is an object.");
    }
    return read(String.valueOf(message.get("type")), message, message.get("payload"));
  }

  private static ClientMessage read(String type, Map<?, ?> message, @Nullable Object payload)
      throws IOException {
    return switch (type) {
      case "subscribe" -> new Subscribe(id(message), request(payload));
      case "complete" -> new Complete(id(message));
      case "ping" -> new Ping(objectOrNull(payload));
      case "connection_init" -> new ConnectionInit(authorization(objectOrNull(payload)));
      case "pong" -> {
        objectOrNull(payload);
        yield new Pong();
      }
      default -> throw new IOException("There is no such message.");
    };
  }

  private static @Nullable Object objectOrNull(@Nullable Object payload) throws IOException {
    if (payload == null || payload instanceof Map) {
      return payload;
    }
    throw new IOException("A payload is an object.");
  }

  /** Browsers cannot put a header on a handshake, so clients put it here, in either spelling. */
  private static @Nullable String authorization(@Nullable Object payload) {
    if (!(payload instanceof Map<?, ?> fields)) {
      return null;
    }
    Object value = fields.get("Authorization");
    Object given = value == null ? fields.get("authorization") : value;
    return given instanceof String text ? text : null;
  }

  private static String id(Map<?, ?> message) throws IOException {
    if (message.get("id") instanceof String id && !id.isEmpty() && id.length() <= 200) {
      return id;
    }
    throw new IOException("An id has 1 to 200 characters.");
  }

  @SuppressWarnings("unchecked")
  private static GraphQLRequest request(@Nullable Object payload) throws IOException {
    if (!(payload instanceof Map)) {
      throw new IOException("A subscribe message has a payload.");
    }
    try {
      return GraphQLRequest.of((Map<String, Object>) payload);
    } catch (AppException e) {
      throw new IOException(e);
    }
  }
}
