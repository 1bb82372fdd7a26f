package dev.assay.provider;

import dev.assay.graphql.Loopback;
import dev.assay.network.AddressKind;
import dev.assay.network.Network;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.util.StringUtils;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where model servers may live, so that nobody uses Assay to reach what only Assay's machine can:
 * anywhere on the internet; in the private networks that {@code MODEL_ADDRESSES} names; on this
 * machine itself while only this machine can reach Assay.
 */
@Singleton
public class AddressPolicy {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9a-fA-F]*");
  private static final Pattern PLAIN_IPV4 =
      Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");

  /** Those that browsers refuse too, by the Fetch standard, and those of common databases. */
  private static final Set<Integer> NO_HTTP =
      Set.of(
          1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101,
          102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389,
          427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636,
          989, 990, 993, 995, 1433, 1521, 1719, 1720, 1723, 2049, 3306, 3659, 4045, 4190, 5060,
          5061, 5432, 5672, 6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 9042, 10080,
          11211, 27017);

  private final boolean isLocal;
  private final List<Network> allowed;
  private final Set<String> ours = ConcurrentHashMap.newKeySet();

  /** Where Assay itself listens; 0 until it does. */
  private volatile int ownPort = 0;

  AddressPolicy(
      HttpServerConfiguration server, @Value("${assay.model-addresses:}") String networks) {
    this.isLocal = Loopback.is(server.getHost().orElse(null));
    this.allowed =
        Arrays.stream(networks.split(","))
            .filter(StringUtils::isNotEmpty)
            .map(Network::of)
            .toList();
  }

  /** Only now is it known for certain on which port Assay listens. */
  @EventListener
  void started(ServerStartupEvent event) {
    ownPort = event.getSource().getPort();
  }

  /** A model server that Assay itself runs on this machine; it may be asked whatever else holds. */
  public void allowOurs(URI address) {
    ours.add(address.getAuthority());
  }

  /**
   * Looks a server's name up, and returns all that it stands for if all of it is allowed; a name
   * that is not known now may be known later, and stands for nothing.
   *
   * @throws IllegalArgumentException with a message for people where the address is not allowed
   */
  public List<InetAddress> check(URI address) {
    String host = address.getHost();
    if (ours.contains(address.getAuthority())) {
      return lookUp(host);
    }
    checkForm(address);
    checkSpelling(host);
    if (NO_HTTP.contains(address.getPort())) {
      throw new IllegalArgumentException(
          "Port %d is not one that model servers use.".formatted(address.getPort()));
    }
    List<InetAddress> found = lookUp(host);
    for (InetAddress one : found) {
      check(host, one);
      if (portOf(address) == ownPort && isThisMachine(one)) {
        throw new IllegalArgumentException(
            "That is Assay itself. A model server listens on another port.");
      }
    }
    return found;
  }

  private static int portOf(URI address) {
    int usual = "https".equals(address.getScheme()) ? 443 : 80;
    return address.getPort() < 0 ? usual : address.getPort();
  }

  private static boolean isThisMachine(InetAddress address) {
    try {
      return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return false;
    }
  }

  /** What is saved has this form already; what a row holds is not believed. */
  private static void checkForm(URI address) {
    if (!"http".equals(address.getScheme()) && !"https".equals(address.getScheme())) {
      throw new IllegalArgumentException("An address begins with http:// or https://.");
    }
    if (address.getRawUserInfo() != null) {
      throw new IllegalArgumentException("An address holds no user and no password.");
    }
  }

  /** Numbers can be written in ways that hide which address they are. */
  private static void checkSpelling(@Nullable String host) {
    if (host == null || isOddNumber(host) || host.endsWith(".") || host.contains("%")) {
      throw new IllegalArgumentException(
          "Write the host as a name, or as an address such as 192.168.0.10.");
    }
  }

  private static boolean isOddNumber(String host) {
    String last = host.substring(host.lastIndexOf('.') + 1);
    return NUMBER.matcher(last).matches() && !PLAIN_IPV4.matcher(host).matches();
  }

  private static List<InetAddress> lookUp(String host) {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      return List.of();
    }
  }

  /** Whether a name may be asked that stands for this address. Throws like the other. */
  private void check(String host, InetAddress address) {
    boolean isNamed = allowed.stream().anyMatch(network -> network.contains(address));
    switch (AddressKind.of(address)) {
      case NOBODY -> throw new IllegalArgumentException("No model server lives at " + host + ".");
      case LOOPBACK -> {
        if (!isLocal && !isNamed) {
          throw notNamed(host, "on the machine that Assay runs on", address);
        }
      }
      case PRIVATE -> {
        if (!isNamed) {
          throw notNamed(host, "in a private network", address);
        }
      }
      case PUBLIC -> {}
    }
  }

  private static IllegalArgumentException notNamed(String host, String where, InetAddress address) {
    return new IllegalArgumentException(
        "%s is %s. Whoever runs Assay can allow it: MODEL_ADDRESSES=%s."
            .formatted(host, where, address.getHostAddress()));
  }
}
