package dev.assay.provider.openai;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.provider.ChatRequest;
import dev.assay.provider.Endpoint;
import dev.assay.provider.UpstreamResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Turns a server's refusal into words: what happened, what it said itself, and what can be done.
 */
final class OpenAiErrors {
  private static final int MAX_QUOTE = 300;

  private OpenAiErrors() {}

  /** The answer's head says that there will be no stream. */
  static AppException refused(ChatRequest request, UpstreamResponse response) {
    Endpoint endpoint = request.endpoint();
    String server = endpoint.authority();
    String said = quote(endpoint, messageIn(response.text()));
    int status = response.status();
    return switch (status) {
      case 200 ->
          unavailable(
              server
                  + " answered, but not with a stream of events. Is it an OpenAI-compatible"
                  + " server?");
      case 401, 403 -> rejected(server + " rejected the key. Set the model's API key." + said);
      case 404 ->
          rejected(
              "%s has no model named %s at this address.%s"
                  .formatted(server, request.model(), said));
      case 408, 504 ->
          new AppException(
              ErrorCode.UPSTREAM_TIMEOUT,
              server + " took too long (HTTP " + status + "). Try again." + said);
      case 429 ->
          new AppException(
              ErrorCode.RATE_LIMITED,
              "%s takes no more requests for now. Try again%s.%s"
                  .formatted(server, retryAfter(response), said));
      default ->
          status >= 400 && status < 500
              ? rejected("%s refused the request (HTTP %d).%s".formatted(server, status, said))
              : unavailable(
                  "%s failed (HTTP %d). Its own log may say why; try again.%s"
                      .formatted(server, status, said));
    };
  }

  /** An error in the middle of a stream. */
  static AppException inStream(Endpoint endpoint, String message) {
    return unavailable(
        endpoint.authority()
            + " failed in the middle of the answer. Try again."
            + quote(endpoint, message));
  }

  private static String retryAfter(UpstreamResponse response) {
    return response
        .header("Retry-After")
        .filter(value -> value.matches("\\d{1,6}"))
        .map(seconds -> " in " + seconds + " s")
        .orElse(" in a moment");
  }

  /**
   * The message in an error body; null where it is not the protocol's JSON, such as a proxy's web
   * page.
   */
  private static @Nullable String messageIn(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try {
      return OpenAiChunk.parse(bytes).error();
    } catch (IOException e) {
      return null;
    }
  }

  /** What the server said, short, on one line, and without the key that some servers repeat. */
  private static String quote(Endpoint endpoint, @Nullable String message) {
    if (message == null || message.isBlank()) {
      return "";
    }
    String key = endpoint.apiKey();
    String safe = key == null || key.isEmpty() ? message : message.replace(key, "…");
    String line = safe.strip().replaceAll("[\\s\\p{Cntrl}\\p{Cs}]+", " ");
    return " It said: " + (line.length() <= MAX_QUOTE ? line : line.substring(0, MAX_QUOTE) + "…");
  }

  private static AppException rejected(String message) {
    return new AppException(ErrorCode.UPSTREAM_REJECTED, message);
  }

  private static AppException unavailable(String message) {
    return new AppException(ErrorCode.UPSTREAM_UNAVAILABLE, message);
  }
}
