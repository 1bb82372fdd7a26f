package dev.assay.provider;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where and how a model server is reached.
 *
 * @param address the base of the protocol's paths, without a slash at the end
 * @param apiKey in clear text; null where the server wants none
 */
public record Endpoint(URI address, Protocol protocol, @Nullable String apiKey) {
  /** Host and port, as messages name the server. */
  public String authority() {
    return address.getAuthority();
  }

  /** Leaves the key out, so that no log can hold it. */
  @Override
  public String toString() {
    return protocol + " " + address;
  }
}
