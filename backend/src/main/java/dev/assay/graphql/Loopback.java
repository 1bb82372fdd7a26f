package dev.assay.graphql;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Tells a server that only its own machine can reach from one that others can. */
public final class Loopback {
  private Loopback() {}

  /** Whether a server that listens on {@code host} can only be reached from its own machine. */
  public static boolean is(@Nullable String host) {
    try {
      // Java would take an absent or empty host for loopback; a server takes it for every address.
      return host != null && !host.isEmpty() && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
