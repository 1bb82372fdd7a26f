package dev.assay.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** What an address is good for, by IANA's registries of special-purpose addresses. */
public enum AddressKind {
  /** This machine itself. */
  LOOPBACK,
  /** A network of one's own. */
  PRIVATE,
  /** Anywhere on the internet. */
  PUBLIC,
  /** No model server lives there: a cloud's metadata, multicast, reserved ranges. */
  NOBODY;

  private static final List<Network> NOBODYS =
      networks(
          "0.0.0.0/8",
          "100.100.100.200",
          "168.63.129.16",
          "169.254.0.0/16",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3",
          "::/128",
          "100::/64",
          "2001:db8::/32",
          "fd00:ec2::254",
          "fe80::/9",
          "ff00::/8");
  private static final List<Network> LOOPBACKS = networks("127.0.0.0/8", "::1");
  private static final List<Network> PRIVATES =
      networks("10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");

  private static final Network COMPATIBLE = Network.of("::/96");
  private static final Network NAT64 = Network.of("64:ff9b::/96");
  private static final Network SIX_TO_FOUR = Network.of("2002::/16");
  private static final Network TEREDO = Network.of("2001::/32");

  /** What this address is. Where it leads to an IPv4 address, what that one is. */
  public static AddressKind of(InetAddress address) {
    InetAddress meant = unwrapped(address);
    if (isIn(LOOPBACKS, meant)) {
      return LOOPBACK;
    }
    if (isIn(NOBODYS, meant) || TEREDO.contains(meant)) {
      return NOBODY;
    }
    return isIn(PRIVATES, meant) ? PRIVATE : PUBLIC;
  }

  private static InetAddress unwrapped(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean isSmall = COMPATIBLE.contains(address) && (bytes[12] != 0 || bytes[13] != 0);
    if (isSmall || NAT64.contains(address)) {
      return ipv4(Arrays.copyOfRange(bytes, 12, 16));
    }
    return SIX_TO_FOUR.contains(address) ? ipv4(Arrays.copyOfRange(bytes, 2, 6)) : address;
  }

  private static InetAddress ipv4(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isIn(List<Network> networks, InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  private static List<Network> networks(String... texts) {
    return Arrays.stream(texts).map(Network::of).toList();
  }
}
