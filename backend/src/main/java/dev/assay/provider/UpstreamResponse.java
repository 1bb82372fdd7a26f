package dev.assay.provider;

import dev.assay.error.AppException;
import dev.assay.provider.Watchdog.Watch;
import io.netty.handler.codec.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model server's answer: its head, and its body as server-sent events or as a text. Belongs to
 * the thread that asked; cancelling and the watchdog close the socket from elsewhere, and a blocked
 * read then throws.
 */
public final class UpstreamResponse implements AutoCloseable {
  private static final int MAX_START_BYTES = 64 * 1024;
  private static final int PART_BYTES = 16 * 1024;
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final HttpResponse head;
  private final Exchange exchange;
  private final Endpoint endpoint;
  private final UpstreamSettings settings;
  private final Cancellation cancellation;
  private final Watch watch;
  private final LineReader lines;

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
    this.lines = new LineReader(exchange.body(), settings.maxLineBytes());
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
   * Waits for the next event's data.
   *
   * @return the data, valid until the next call; null where the stream ended
   * @throws AppException where it broke, fell silent, or sent too long a line
   */
  public @Nullable Line nextEvent() {
    try {
      while (true) {
        Line line = lines.next();
        watch.reset(settings.idleTimeout());
        if (line == null || line.cutPrefix("data:")) {
          return line;
        }
      }
    } catch (LineReader.TooLongException e) {
      throw Upstream.unavailable(
          "%s sent a single event of more than %,d bytes, which no token needs. The answer was cut off there."
              .formatted(endpoint.authority(), settings.maxLineBytes()));
    } catch (IOException e) {
      throw broken();
    }
  }

  /**
   * Waits briefly for the body's end, so that the connection can serve again. What else comes is of
   * no interest.
   */
  public void drain() {
    watch.reset(LAST_WORDS);
    try {
      while (lines.next() != null) {
        // Nothing is expected behind the end mark.
      }
    } catch (IOException e) {
      exchange.close();
    }
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
