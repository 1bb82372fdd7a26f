package dev.assay.provider;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Speaks one wire protocol. */
public interface ChatProvider {
  /** What it speaks. */
  Protocol protocol();

  /**
   * The names, as in {@link Parameters#names}, of the parameters that the protocol does not know.
   * They are not sent.
   */
  Set<String> ignoredParameters();

  /**
   * The fields at the top of the request's body that are written here, so that {@link
   * Parameters#extra} cannot set them.
   *
   * @param parameters that are asked with
   */
  Set<String> ownFields(Parameters parameters);

  /** What {@link #stream} sends. */
  WireRequest written(ChatRequest request);

  /**
   * Asks, and blocks until the answer has ended. Cancelling closes the socket and makes this throw
   * soon after; what it throws then is of no interest.
   *
   * @throws dev.assay.error.AppException with an {@code UPSTREAM_} code, {@code RATE_LIMITED} or
   *     {@code CONTENT_BLOCKED}, and a message for people; the pieces given before it stay valid
   */
  ChatEnd stream(ChatRequest request, ChatSink sink, Cancellation cancellation);

  /**
   * Asks which models a server offers, and blocks until it has answered. Null where the server is
   * there, but keeps no such list.
   *
   * @param timeout for the whole answer
   * @throws dev.assay.error.AppException with an {@code UPSTREAM_} code or {@code RATE_LIMITED},
   *     and a message for people
   */
  @Nullable List<OfferedModel> models(Endpoint endpoint, Duration timeout);
}
