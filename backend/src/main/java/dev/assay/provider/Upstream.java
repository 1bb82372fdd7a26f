package dev.assay.provider;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one client that speaks to model servers. It follows no redirect and remembers no cookie. */
@Singleton
public final class Upstream {
  private final UpstreamSettings settings;
  private final HttpClient client;
  private final Watchdog watchdog;
  private final AddressPolicy addresses;

  static {
    // Below the 5 s after which uvicorn closes an idle connection: a request must not be sent into
    // one being closed.
    System.setProperty("jdk.httpclient.keepalive.timeout", "4");
  }

  Upstream(UpstreamSettings settings, Watchdog watchdog, AddressPolicy addresses) {
    this.settings = settings;
    this.watchdog = watchdog;
    this.addresses = addresses;
    this.client =
        HttpClient.newBuilder()
            // The default offers an upgrade to h2c, at which uvicorn loses the body.
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connectTimeout())
            .executor(CheckedNames.threads(addresses))
            .build();
  }

  /** A request to be sent. Throws {@code FORBIDDEN} where the address is none that can be asked. */
  public static HttpRequest.Builder request(String address) {
    try {
      return HttpRequest.newBuilder(URI.create(address));
    } catch (IllegalArgumentException e) {
      throw new AppException(
          ErrorCode.FORBIDDEN, "The model's address is none that can be asked. Correct it.");
    }
  }

  /** A request for an answer that is streamed, with the endpoint's key. */
  public static HttpRequest.Builder request(WireRequest wire, Endpoint endpoint) {
    HttpRequest.Builder http =
        request(wire.address())
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(BodyPublishers.ofByteArray(wire.body()));
    wire.headers().forEach(http::header);
    if (endpoint.apiKey() != null) {
      http.header(wire.keyHeader(), wire.keyPrefix() + endpoint.apiKey());
    }
    return http;
  }

  /**
   * Sends a request and blocks until the answer's head is there.
   *
   * @throws AppException {@code UPSTREAM_UNAVAILABLE} or {@code UPSTREAM_TIMEOUT}; {@code
   *     FORBIDDEN} where the address is not allowed
   */
  public UpstreamResponse send(
      HttpRequest.Builder request, Endpoint endpoint, Cancellation cancellation) {
    checkAddress(endpoint);
    HttpRequest whole = request.timeout(settings.firstTokenTimeout()).build();
    // The client connects on this thread, and on one of its own where it tries again.
    CompletableFuture<HttpResponse<InputStream>> sent =
        CheckedNames.during(addresses, () -> client.sendAsync(whole, _ -> new ArrivingBody()));
    cancellation.onCancel(() -> sent.cancel(true));
    try {
      return new UpstreamResponse(sent.get(), endpoint, settings, watchdog, cancellation);
    } catch (ExecutionException e) {
      throw unreachable(endpoint, e.getCause());
    } catch (CancellationException e) {
      throw new AppException(ErrorCode.UPSTREAM_UNAVAILABLE, "The request was cancelled.");
    } catch (InterruptedException e) {
      sent.cancel(true);
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
      HttpRequest.Builder request,
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

  /** A name may stand for another address than when the model was saved. */
  private void checkAddress(Endpoint endpoint) {
    try {
      addresses.check(endpoint.address());
    } catch (IllegalArgumentException e) {
      throw new AppException(ErrorCode.FORBIDDEN, String.valueOf(e.getMessage()));
    }
  }

  private AppException unreachable(Endpoint endpoint, @Nullable Throwable cause) {
    String server = endpoint.authority();
    return switch (cause) {
      case HttpConnectTimeoutException _ ->
          timeout(
              "%s could not be reached within %s. Is the address right, and is the machine awake?"
                  .formatted(server, words(settings.connectTimeout())));
      case HttpTimeoutException _ ->
          timeout(
              "%s did not begin to answer within %s. It may be overloaded or still loading the model."
                  .formatted(server, words(settings.firstTokenTimeout())));
      case UnknownHostException _ -> unknownHost(endpoint);
      case ConnectException e when e.getCause() instanceof UnresolvedAddressException ->
          unknownHost(endpoint);
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

  @PreDestroy
  void close() throws IOException {
    client.shutdownNow();
  }
}
