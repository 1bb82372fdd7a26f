package dev.assay.provider;

/** Speaks one wire protocol. */
public interface ChatProvider {
  /** What it speaks. */
  Protocol protocol();

  /**
   * Asks, and blocks until the answer has ended. Cancelling closes the socket and makes this throw
   * soon after; what it throws then is of no interest.
   *
   * @throws dev.assay.error.AppException with an {@code UPSTREAM_} code, {@code RATE_LIMITED} or
   *     {@code CONTENT_BLOCKED}, and a message for people; the pieces given before it stay valid
   */
  ChatEnd stream(ChatRequest request, ChatSink sink, Cancellation cancellation);
}
