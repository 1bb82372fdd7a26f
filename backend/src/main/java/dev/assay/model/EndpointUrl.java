package dev.assay.model;

import dev.assay.provider.Protocol;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Brings a model server's address into its one spelling. */
public final class EndpointUrl {
  private static final int MAX_LENGTH = 2_000;

  private EndpointUrl() {}

  /**
   * The address in lower case, without a slash at the end, and with the protocol's usual path, such
   * as {@code /v1}, where it has none.
   *
   * @throws IllegalArgumentException with a message for people where it is no address of a model
   *     server
   */
  public static String normalise(String text, Protocol protocol) {
    URI uri = parse(text.strip());
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException(
          "An address begins with http:// or https://, such as http://localhost:8000/v1.");
    }
    if (uri.getHost() == null) {
      throw new IllegalArgumentException("This address names no host.");
    }
    if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException(
          "An address has no user, query or fragment. A key belongs into the API key's field.");
    }
    if (uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw new IllegalArgumentException("A port is 1 to 65535.");
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path(uri, protocol);
  }

  private static String path(URI uri, Protocol protocol) {
    String path = uri.getRawPath().replaceAll("/+$", "");
    return path.isEmpty() ? protocol.basePath() : path;
  }

  private static URI parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("An address has at most " + MAX_LENGTH + " characters.");
    }
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "This is not an address. One looks like http://localhost:8000/v1.");
    }
  }
}
