package dev.assay.simulator;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A request without its body.
 *
 * @param method such as {@code POST}
 * @param path the path without query
 * @param clientPort the client's TCP port: equal for requests that came over one connection
 * @param headers the headers of interest by lower-case name; of a credential only its scheme and
 *     length
 */
public record RequestHead(String method, String path, int clientPort, Map<String, String> headers) {
  private static final Set<String> INTERESTING =
      Set.of(
          "accept",
          "accept-encoding",
          "connection",
          "content-length",
          "content-type",
          "expect",
          "host",
          "http2-settings",
          "traceparent",
          "transfer-encoding",
          "upgrade",
          "user-agent",
          "x-request-id");
  private static final Set<String> CREDENTIALS =
      Set.of("authorization", "proxy-authorization", "api-key", "x-api-key", "cookie");

  public RequestHead {
    headers = Map.copyOf(headers);
  }

  static Map<String, String> interesting(HttpHeaders all) {
    Map<String, String> kept = new TreeMap<>();
    for (Map.Entry<String, String> header : all) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (CREDENTIALS.contains(name)) {
        kept.put(name, masked(name, header.getValue()));
      } else if (INTERESTING.contains(name)) {
        kept.put(name, header.getValue());
      }
    }
    return kept;
  }

  private static String masked(String name, String credential) {
    int space = name.endsWith("authorization") ? credential.indexOf(' ') : -1;
    String scheme = credential.substring(0, space + 1);
    return scheme + "(" + (credential.length() - scheme.length()) + " characters)";
  }
}
