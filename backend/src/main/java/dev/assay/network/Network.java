package dev.assay.network;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of addresses, written as {@code 10.0.0.0/8} or {@code fd00::/8}. */
public record Network(InetAddress base, int prefix) {

  /** Reads a range; a single address is a range of its own. Throws for anything else. */
  public static Network of(String text) {
    String[] parts = text.strip().split("/", 2);
    if (!parts[0].matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
      throw invalid(text);
    }
    try {
      InetAddress base = InetAddress.getByName(parts[0]);
      int all = base.getAddress().length * 8;
      int prefix = parts.length == 1 ? all : Integer.parseInt(parts[1]);
      if (prefix < 0 || prefix > all) {
        throw invalid(text);
      }
      return new Network(base, prefix);
    } catch (UnknownHostException | NumberFormatException e) {
      throw invalid(text);
    }
  }

  /** Whether it is in the range; never for an address of the other version. */
  public boolean contains(InetAddress address) {
    byte[] mine = base.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static IllegalArgumentException invalid(String text) {
    return new IllegalArgumentException(
        "This is no network: %s. One looks like 192.168.0.0/16.".formatted(text));
  }
}
