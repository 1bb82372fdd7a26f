package dev.assay.provider;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a server refuses or breaks into words: what happened, what it said itself, and what
 * can be done.
 */
public final class UpstreamErrors {
  private static final int MAX_QUOTE = 300;

  /** Not a registered status; Anthropic uses it for "overloaded". */
  private static final int OVERLOADED = 529;

  private UpstreamErrors() {}

  /**
   * What an error's body says.
   *
   * @param message null where it is not the protocol's JSON, such as a proxy's web page
   * @param retrySeconds when to try again, where that stands in the body; null where it does not
   */
  public record Said(@Nullable String message, @Nullable String retrySeconds) {
    /** It says only this. */
    public static Said of(@Nullable String message) {
      return new Said(message, null);
    }
  }

  /** The answer's head says that there will be no stream. */
  public static AppException refused(ChatRequest request, UpstreamResponse response, Said said) {
    Endpoint endpoint = request.endpoint();
    String server = endpoint.authority();
    String quote = quote(endpoint, said.message());
    int status = response.status();
    Integer seconds = retryAfter(response, said);
    return switch (status) {
      case 200 ->
          unavailable(
              "%s answered, but not with a stream of events. Is it %s?%s"
                  .formatted(server, endpoint.protocol().server(), quote));
      case 401, 403 -> keyRejected(endpoint, said);
      case 404 ->
          rejected(
              "%s has no model named %s at this address.%s"
                  .formatted(server, request.model(), quote));
      case 408, 504 ->
          new AppException(
              ErrorCode.UPSTREAM_TIMEOUT,
              server + " took too long (HTTP " + status + "). Try again." + quote);
      case 429 ->
          new AppException(
              ErrorCode.RATE_LIMITED,
              "%s takes no more requests for now. Try again%s.%s"
                  .formatted(server, inSeconds(seconds), quote),
              patience(seconds));
      case OVERLOADED ->
          unavailable("%s is overloaded. Try again in a moment.%s".formatted(server, quote));
      default ->
          status >= 400 && status < 500
              ? rejected("%s refused the request (HTTP %d).%s".formatted(server, status, quote))
              : new AppException(
                  ErrorCode.UPSTREAM_UNAVAILABLE,
                  "%s failed (HTTP %d). Its own log may say why; try again.%s"
                      .formatted(server, status, quote),
                  patience(seconds));
    };
  }

  /** The answer's head says that there will be no list of models. */
  public static AppException noModelList(Endpoint endpoint, UpstreamResponse response, Said said) {
    String server = endpoint.authority();
    int status = response.status();
    Integer seconds = retryAfter(response, said);
    return switch (status) {
      case 401, 403 -> keyRejected(endpoint, said);
      case 429 ->
          new AppException(
              ErrorCode.RATE_LIMITED,
              "%s takes no more requests for now. Try again%s."
                  .formatted(server, inSeconds(seconds)),
              patience(seconds));
      default -> {
        String message =
            "%s answered HTTP %d instead of the list of its models. Is it %s?%s"
                .formatted(
                    server, status, endpoint.protocol().server(), quote(endpoint, said.message()));
        yield status < 500 ? rejected(message) : unavailable(message);
      }
    };
  }

  /** The server does not take the key, or wants one. */
  public static AppException keyRejected(Endpoint endpoint, Said said) {
    return rejected(
        endpoint.authority()
            + " rejected the key. Set the model's API key."
            + quote(endpoint, said.message()));
  }

  /** An error in the middle of a stream. */
  public static AppException inStream(Endpoint endpoint, String message) {
    return unavailable(
        endpoint.authority()
            + " failed in the middle of the answer. Try again."
            + quote(endpoint, message));
  }

  /** The stream ended, but not as the protocol ends an answer. */
  public static AppException withoutEnd(Endpoint endpoint) {
    return unavailable(
        "%s ended the answer without its end mark, so it may be incomplete. Try again."
            .formatted(endpoint.authority()));
  }

  /** An event holds something else than the protocol says. */
  public static AppException notTheProtocol(Endpoint endpoint) {
    return unavailable(
        "%s sent a piece that is not the JSON of its protocol. Is it %s?"
            .formatted(endpoint.authority(), endpoint.protocol().server()));
  }

  /** The server's safety rules withheld the answer or its rest. */
  public static AppException blocked(Endpoint endpoint, String words, @Nullable String message) {
    return new AppException(ErrorCode.CONTENT_BLOCKED, words + quote(endpoint, message));
  }

  /** After how many seconds the server wants to be asked again; null where it does not say. */
  private static @Nullable Integer retryAfter(UpstreamResponse response, Said said) {
    String text = response.header("Retry-After").orElse(said.retrySeconds());
    return text != null && text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
  }

  private static String inSeconds(@Nullable Integer seconds) {
    return seconds == null ? " in a moment" : " in " + seconds + " s";
  }

  /** For whoever asks again. */
  private static Map<String, Object> patience(@Nullable Integer seconds) {
    return seconds == null ? Map.of() : Map.of("retryAfterMs", seconds * 1_000L);
  }

  /** What the server said, short, on one line, and without the key that some servers repeat. */
  private static String quote(Endpoint endpoint, @Nullable String message) {
    if (message == null || message.isBlank()) {
      return "";
    }
    String key = endpoint.apiKey();
    String safe = key == null || key.isEmpty() ? message : message.replace(key, "…");
    String line = safe.strip().replaceAll("[\\s\\p{Cntrl}\\p{Cs}]+", " ");
    return " It said: " + (line.length() <= MAX_QUOTE ? line : beginning(line) + "…");
  }

  /** Never half of a surrogate pair. */
  private static String beginning(String line) {
    int end = Character.isHighSurrogate(line.charAt(MAX_QUOTE - 1)) ? MAX_QUOTE - 1 : MAX_QUOTE;
    return line.substring(0, end);
  }

  private static AppException rejected(String message) {
    return new AppException(ErrorCode.UPSTREAM_REJECTED, message);
  }

  private static AppException unavailable(String message) {
    return new AppException(ErrorCode.UPSTREAM_UNAVAILABLE, message);
  }
}
