package dev.assay.provider;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

/**
 * Where a connection leads.
 *
 * @param host as the server's certificate names it
 * @param addresses that were found allowed; the first that answers is taken
 */
record Origin(boolean isSecure, String host, int port, List<InetAddress> addresses) {
  static Origin of(URI address, List<InetAddress> allowed) {
    boolean isSecure = "https".equals(address.getScheme());
    int usual = isSecure ? 443 : 80;
    int port = address.getPort() < 0 ? usual : address.getPort();
    return new Origin(isSecure, address.getHost(), port, List.copyOf(allowed));
  }

  InetSocketAddress socket(int index) {
    return new InetSocketAddress(addresses.get(index), port);
  }
}
