package dev.assay.identity;

import dev.assay.graphql.Loopback;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.security.oauth2.configuration.OauthClientConfiguration;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;

/**
 * How people get in: by their OpenID provider; where none is configured, without a word on a server
 * that only its own machine can reach, and by the administrator's link on any other.
 */
@Singleton
final class SignInMode {
  private final List<String> providers;
  private final boolean isReachable;

  SignInMode(List<OauthClientConfiguration> clients, HttpServerConfiguration server) {
    this.providers = clients.stream().map(OauthClientConfiguration::getName).sorted().toList();
    this.isReachable = !Loopback.is(server.getHost().orElse(null));
  }

  /** The names of the providers, in the alphabet's order. */
  List<String> providers() {
    return providers;
  }

  /** Whether whoever comes from this machine is the local user. */
  boolean isLocal() {
    return providers.isEmpty() && !isReachable;
  }

  /** Whether whoever comes from this address is the local user. */
  boolean isLocal(InetAddress client) {
    return isLocal() && client.isLoopbackAddress();
  }

  /**
   * Whether a person's time is over: once people sign in at a provider, the local user's sessions
   * and API tokens, which nobody could end any more, are worth nothing.
   */
  boolean isOver(User user) {
    return !providers.isEmpty() && user.issuer().equals(LocalUser.ISSUER);
  }

  /** Whether the administrator's link is the only way in. */
  boolean hasLink() {
    return providers.isEmpty() && isReachable;
  }
}
