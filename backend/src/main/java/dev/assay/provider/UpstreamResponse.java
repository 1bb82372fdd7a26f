package dev.assay.provider;

import dev.assay.error.AppException;
import dev.assay.provider.Watchdog.Watch;
import io.netty.handler.codec.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A model server's answer: its head, and its body as server-sent events or as a text. Belongs to
 * the thread that asked; cancelling and the watchdog close the socket from elsewhere, and whoever
 * waits for the body is then thrown out.
 */
public final class UpstreamResponse implements AutoCloseable {
  private static final int MAX_START_BYTES = 64 * 1024;
  private static final int PART_BYTES = 16 * 1024;

  private final HttpResponse head;
  private final Exchange exchange;
  private final Endpoint endpoint;
  private final UpstreamSettings settings;
  private final Cancellation cancellation;
  private final Watch watch;

  UpstreamResponse(
      HttpResponse head,
      Exchange exchange,
      Endpoint endpoint,
      UpstreamSettings settings,
      Watchdog watchdog,
      Cancellation cancellation) {
    this.head = head;
    this.exchange = exchange;
    this.endpoint = endpoint;
    this.settings = settings;
    this.cancellation = cancellation;
    this.watch = watchdog.watch(settings.firstTokenTimeout(), exchange::close);
    cancellation.onCancel(exchange::close);
  }

  /** The HTTP status. */
  public int status() {
    return head.status().code();
  }

  /** Whether the body is a stream of server-sent events. */
  public boolean isEventStream() {
    return header("Content-Type")
        .map(type -> type.toLowerCase(Locale.ROOT).startsWith("text/event-stream"))
        .orElse(false);
  }

  /** A header's first value. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(head.headers().get(name));
  }

  /**
   * Hands on the data of every event as it arrives, and blocks until the stream is over. Behind the
   * event that was the last, the end is waited for briefly, so that the connection can serve again;
   * what else comes is of no interest.
   *
   * @param goesOn takes an event's data, valid only within the call, and tells whether more events
   *     are expected. It is called for one event after the other, mostly on an event loop that
   *     serves many streams: it must be quick and must not wait. What it throws is thrown here
   * @return whether {@code goesOn} said which event was the last; false where the stream just ended
   * @throws AppException where it broke, fell silent, or sent too long a line
   */
  public boolean readEvents(Predicate<Line> goesOn) {
    EventFeed feed = new EventFeed(exchange.body(), settings, watch, goesOn);
    exchange.body().follow(feed);
    try {
      return feed.awaitEnd();
    } catch (ExecutionException e) {
      throw thrown(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw broken();
    }
  }

  private RuntimeException thrown(@Nullable Throwable cause) {
    return switch (cause) {
      case LineReader.TooLongException _ ->
          Upstream.unavailable(
              "%s sent a single event of more than %,d bytes, which no token needs. The answer was cut off there."
                  .formatted(endpoint.authority(), settings.maxLineBytes()));
      case IOException _ -> broken();
      case RuntimeException known -> known;
      case null, default -> new IllegalStateException(cause);
    };
  }

  /** The body's beginning, for error messages; empty where it cannot be read. */
  public byte[] start() {
    watch.reset(settings.idleTimeout());
    try {
      return exchange.body().readNBytes(MAX_START_BYTES);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /**
   * The whole body.
   *
   * @throws AppException {@code UPSTREAM_UNAVAILABLE} where it is larger than this or breaks off,
   *     {@code UPSTREAM_TIMEOUT} where it falls silent
   */
  public byte[] whole(int maxBytes) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    byte[] part = new byte[PART_BYTES];
    try {
      for (int read = 0; read >= 0; read = exchange.body().read(part)) {
        watch.reset(settings.idleTimeout());
        whole.write(part, 0, read);
        if (whole.size() > maxBytes) {
          throw Upstream.unavailable(
              "The answer of %s grew beyond %,d bytes and was cut off there."
                  .formatted(endpoint.authority(), maxBytes));
        }
      }
      return whole.toByteArray();
    } catch (IOException e) {
      throw broken();
    }
  }

  private AppException broken() {
    if (watch.isExpired()) {
      return Upstream.timeout(
          "%s sent nothing for %s, so the answer was given up. It may be overloaded; try again."
              .formatted(endpoint.authority(), Upstream.words(settings.idleTimeout())));
    }
    return Upstream.unavailable(
        "%s broke off the connection in the middle of the answer. Its own log may say why; try again."
            .formatted(endpoint.authority()));
  }

  /** Closes the socket unless the body was read to its end. */
  @Override
  public void close() {
    watch.close();
    cancellation.clear();
    exchange.close();
  }
}
