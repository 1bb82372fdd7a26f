package dev.assay.graphql.http;

import dev.assay.graphql.Loopback;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.util.StringUtils;
import io.micronaut.http.server.HttpServerConfiguration;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Under which names this server may be called, and by pages from where. A web page can make any
 * name of its own point at this machine; it cannot make the browser lie about the name that it
 * used.
 */
@Singleton
final class Addresses {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|\\[[0-9a-fA-F:.]+]");

  private final boolean local;
  private final Set<String> origins;
  private final Set<String> names;

  Addresses(
      HttpServerConfiguration server,
      @Value("${assay.allowed-origins:}") String allowedOrigins,
      @Value("${assay.public-url:}") String publicUrl) {
    this.local = Loopback.is(server.getHost().orElse(null));
    this.origins =
        Stream.concat(Arrays.stream(allowedOrigins.split(",")), Stream.of(publicUrl))
            .map(String::strip)
            .filter(StringUtils::isNotEmpty)
            .map(Addresses::origin)
            .collect(Collectors.toSet());
    this.names = new HashSet<>();
    origins.forEach(origin -> names.add(nameOf(origin.substring(origin.indexOf("://") + 3))));
  }

  /** Whether a {@code Host} header is one that this server answers to. */
  boolean isOurs(@Nullable String host) {
    if (host == null) {
      return false;
    }
    String name = nameOf(host);
    return LOOPBACK.contains(name)
        || (!local && (names.isEmpty() || names.contains(name) || NUMERIC.matcher(name).matches()));
  }

  /** Whether a page of this origin may talk to the server that it calls {@code host}. */
  boolean isWelcome(String origin, String host) {
    return isAllowed(origin)
        || isSame(origin.toLowerCase(Locale.ROOT), host.toLowerCase(Locale.ROOT));
  }

  /** Whether the settings name this origin. */
  boolean isAllowed(String origin) {
    return origins.contains(origin.toLowerCase(Locale.ROOT));
  }

  /** The scheme is left out: behind a proxy that ends TLS the server does not know its own. */
  private static boolean isSame(String origin, String host) {
    return origin.equals("http://" + host)
        || origin.equals("https://" + host)
        || (origin + ":80").equals("http://" + host)
        || (origin + ":443").equals("https://" + host);
  }

  private static String origin(String url) {
    URI uri = URI.create(url);
    if (uri.getScheme() == null || uri.getRawAuthority() == null) {
      throw new IllegalArgumentException(
          "ALLOWED_ORIGINS and PUBLIC_URL hold addresses such as https://assay.example.org, not "
              + url);
    }
    return (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT);
  }

  private static String nameOf(String host) {
    return host.replaceFirst(":[0-9]+$", "").toLowerCase(Locale.ROOT);
  }
}
