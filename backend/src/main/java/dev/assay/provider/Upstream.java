package dev.assay.provider;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.http.HttpResponse;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one client that speaks to model servers. It follows no redirect and remembers no cookie. */
@Singleton
public final class Upstream {
  private final UpstreamSettings settings;
  private final Watchdog watchdog;
  private final AddressPolicy addresses;
  private final Connections connections;

  Upstream(
      UpstreamSettings settings,
      Watchdog watchdog,
      AddressPolicy addresses,
      Connections connections) {
    this.settings = settings;
    this.watchdog = watchdog;
    this.addresses = addresses;
    this.connections = connections;
  }

  /**
   * Sends a request and blocks until the answer's head is there.
   *
   * @throws AppException {@code UPSTREAM_UNAVAILABLE} or {@code UPSTREAM_TIMEOUT}; {@code
   *     FORBIDDEN} where the address is not allowed
   */
  public UpstreamResponse send(
      UpstreamRequest request, Endpoint endpoint, Cancellation cancellation) {
    List<InetAddress> allowed = allowed(endpoint);
    if (allowed.isEmpty()) {
      throw unknownHost(endpoint);
    }
    Exchange exchange = new Exchange(request);
    cancellation.onCancel(exchange::close);
    connections.send(exchange, Origin.of(endpoint.address(), allowed));
    try {
      HttpResponse head = exchange.awaitHead(settings.firstTokenTimeout());
      return new UpstreamResponse(head, exchange, endpoint, settings, watchdog, cancellation);
    } catch (ExecutionException e) {
      throw unreachable(endpoint, e.getCause());
    } catch (TimeoutException e) {
      exchange.close();
      throw timeout(
          "%s did not begin to answer within %s. It may be overloaded or still loading the model."
              .formatted(endpoint.authority(), words(settings.firstTokenTimeout())));
    } catch (InterruptedException e) {
      exchange.close();
      Thread.currentThread().interrupt();
      throw new AppException(ErrorCode.INTERRUPTED, "The server is stopping.");
    }
  }

  /**
   * Sends a short request, and reads its answer, within a time that is for all of it together.
   *
   * @throws AppException as {@link #send}, and what {@code read} throws
   */
  public <T extends @Nullable Object> T ask(
      UpstreamRequest request,
      Endpoint endpoint,
      Duration timeout,
      Function<UpstreamResponse, T> read) {
    Cancellation cancellation = new Cancellation();
    try (Watchdog.Watch watch = watchdog.watch(timeout, cancellation::cancel)) {
      try (UpstreamResponse response = send(request, endpoint, cancellation)) {
        return read.apply(response);
      } catch (AppException e) {
        throw watch.isExpired()
            ? timeout(
                "%s did not answer within %s. It may be overloaded, or a firewall swallows the request."
                    .formatted(endpoint.authority(), words(timeout)))
            : e;
      }
    }
  }

  /**
   * A name may stand for another address than when the model was saved. The connection is made to
   * an address that was found allowed here, and the name is not looked up again.
   */
  private List<InetAddress> allowed(Endpoint endpoint) {
    try {
      return addresses.check(endpoint.address());
    } catch (IllegalArgumentException e) {
      throw new AppException(ErrorCode.FORBIDDEN, String.valueOf(e.getMessage()));
    }
  }

  private AppException unreachable(Endpoint endpoint, @Nullable Throwable cause) {
    String server = endpoint.authority();
    return switch (cause) {
      case ConnectTimeoutException _ ->
          timeout(
              "%s could not be reached within %s. Is the address right, and is the machine awake?"
                  .formatted(server, words(settings.connectTimeout())));
      case ConnectException _ ->
          unavailable(
              "Nothing listens on %s. Start the model server there, or correct the model's address."
                  .formatted(server));
      case null, default ->
          unavailable("The connection to %s broke before it answered.".formatted(server));
    };
  }

  private static AppException unknownHost(Endpoint endpoint) {
    return unavailable(
        "The name %s is not known. Check the spelling of the model's address."
            .formatted(endpoint.address().getHost()));
  }

  static AppException unavailable(String message) {
    return new AppException(ErrorCode.UPSTREAM_UNAVAILABLE, message);
  }

  static AppException timeout(String message) {
    return new AppException(ErrorCode.UPSTREAM_TIMEOUT, message);
  }

  static String words(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
