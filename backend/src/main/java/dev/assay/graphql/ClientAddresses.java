package dev.assay.graphql;

import dev.assay.network.Network;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.util.StringUtils;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * From where a request comes. Anybody can write an {@code X-Forwarded-For} header, so only what the
 * proxies of {@code TRUSTED_PROXIES} added to it is believed.
 */
@Singleton
public final class ClientAddresses {
  private final List<Network> proxies;

  ClientAddresses(@Value("${assay.trusted-proxies:}") String networks) {
    this.proxies =
        Arrays.stream(networks.split(",")).filter(StringUtils::hasText).map(Network::of).toList();
  }

  /** The address of the client, or that of the nearest proxy that is not trusted. */
  public InetAddress of(HttpRequest<?> request) {
    InetAddress nearest = request.getRemoteAddress().getAddress();
    try {
      for (String hop : hops(request)) {
        if (!isProxy(nearest)) {
          return nearest;
        }
        nearest = Network.of(hop).base();
      }
    } catch (IllegalArgumentException e) {
      // A proxy of ours passed on what is no address; it is as if nothing stood before it.
    }
    return nearest;
  }

  /** The nearest first. */
  private static List<String> hops(HttpRequest<?> request) {
    String all = String.join(",", request.getHeaders().getAll("X-Forwarded-For"));
    List<String> hops = Arrays.asList(all.split(","));
    Collections.reverse(hops);
    return hops;
  }

  private boolean isProxy(InetAddress address) {
    return proxies.stream().anyMatch(proxy -> proxy.contains(address));
  }
}
