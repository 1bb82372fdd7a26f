package dev.assay.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The whole replies that say what went wrong, as vLLM or a proxy before it would. */
final class Replies {
  private static final String HTML =
      """
      <html>
      <head><title>502 Bad Gateway</title></head>
      <body>
      <center><h1>502 Bad Gateway</h1></center>
      <hr><center>simulated proxy</center>
      </body>
      </html>
      """;

  private Replies() {}

  static Reply.Whole error(int status, String type, String message, @Nullable String param) {
    return Reply.Whole.json(status, errorBody(status, type, message, param));
  }

  static Map<String, Object> errorBody(
      int status, String type, String message, @Nullable String param) {
    return Json.map(
        "error", Json.map("message", message, "type", type, "param", param, "code", status));
  }

  /** What vLLM answers to a missing or wrong key. */
  static Reply.Whole unauthorized() {
    return Reply.Whole.json(401, Json.map("error", "Unauthorized"));
  }

  static Reply.Whole ofFault(Fault fault, int retrySeconds) {
    Map<String, String> retry = Map.of("retry-after", String.valueOf(retrySeconds));
    return switch (fault) {
      case UNAUTHORIZED -> with(unauthorized(), Map.of(), fault);
      case TOO_MANY_REQUESTS ->
          with(
              error(429, "RateLimitError", "Simulated: too many requests, try again later.", null),
              retry,
              fault);
      case UNAVAILABLE ->
          with(
              error(503, "ServiceUnavailableError", "Simulated: the model is loading.", null),
              retry,
              fault);
      case HTML ->
          new Reply.Whole(502, "text/html", Map.of(), HTML.getBytes(StandardCharsets.UTF_8), fault);
      case SERVER_ERROR, RESET, CUT, CLOSE, STALL, ERROR, MALFORMED, HUGE, CRLF, SPLIT ->
          with(
              error(500, "InternalServerError", "Simulated: the engine failed.", null),
              Map.of(),
              fault);
    };
  }

  private static Reply.Whole with(Reply.Whole reply, Map<String, String> headers, Fault fault) {
    return new Reply.Whole(reply.status(), reply.contentType(), headers, reply.body(), fault);
  }
}
