package dev.assay.identity;

import dev.assay.graphql.ClientAddresses;
import dev.assay.graphql.RequestRate;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;

/** How often one address may try to get in. */
@Singleton
final class SignInAttempts {
  private final ClientAddresses addresses;
  private final RequestRate<InetAddress> rate;

  SignInAttempts(
      ClientAddresses addresses, @Value("${assay.sign-in-attempts-per-minute:60}") int perMinute) {
    this.addresses = addresses;
    this.rate = new RequestRate<>(perMinute);
  }

  /** Counts one. Throws {@code RATE_LIMITED}. */
  void count(HttpRequest<?> request) {
    rate.count(addresses.of(request));
  }
}
