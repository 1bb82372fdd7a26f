package dev.assay.graphql.socket;

import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;

/**
 * Why a socket is closed. Those above 4000 are the protocol's; its clients do not come back after
 * them.
 */
enum CloseCode {
  /** No operation for a long time. The client opens another socket when it needs one. */
  IDLE(1000, "Idle"),
  /** The server stops. The client comes back by itself. */
  GOING_AWAY(1001, "Going away"),
  /** More messages a second than anybody needs. */
  TOO_MANY_MESSAGES(1008, "Too many messages"),
  /** A message is longer than allowed. */
  MESSAGE_TOO_BIG(1009, "Message too big"),
  /** A defect of ours. */
  INTERNAL(1011, "Internal error"),
  /** The caller has too many sockets. The client may come back later. */
  TOO_MANY_SOCKETS(1013, "Too many sockets"),
  /** What came is not a message of the protocol. */
  INVALID_MESSAGE(4400, "Invalid message received"),
  /** An operation came before the acknowledgement. */
  UNAUTHORIZED(4401, "Unauthorized"),
  /** The caller is a stranger, or is not valid any more. */
  FORBIDDEN(4403, "Forbidden"),
  /** The client did not initialise the connection in time. */
  INIT_TIMEOUT(4408, "Connection initialisation timeout"),
  /** An operation has the id of another that still goes on. */
  DUPLICATE_ID(4409, "Subscriber for this id already exists"),
  /** The client initialised the connection twice. */
  TOO_MANY_INITS(4429, "Too many initialisation requests");

  private final int code;
  private final String reason;

  CloseCode(int code, String reason) {
    this.code = code;
    this.reason = reason;
  }

  CloseWebSocketFrame frame() {
    return new CloseWebSocketFrame(code, reason);
  }
}
