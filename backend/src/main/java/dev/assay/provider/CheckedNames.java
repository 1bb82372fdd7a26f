package dev.assay.provider;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.security.Security;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Looks names up for the whole process, and checks what they stand for where the way leads to a
 * model server. A name may stand for an allowed address when it is checked and for another a moment
 * later, when the connection is made (DNS rebinding); so it is checked again then, where the
 * address that comes out is the one that is connected to.
 */
public final class CheckedNames extends InetAddressResolverProvider {
  private static final ScopedValue<AddressPolicy> POLICY = ScopedValue.newInstance();

  /** Does something during which every name must stand for addresses that are allowed. */
  static <T> T during(AddressPolicy policy, Supplier<T> work) {
    return ScopedValue.where(POLICY, policy).call(work::get);
  }

  /** Threads on which every name must stand for addresses that are allowed. */
  static Executor threads(AddressPolicy policy) {
    return task ->
        Thread.ofVirtual()
            .name("upstream")
            .start(() -> ScopedValue.where(POLICY, policy).run(task));
  }

  /**
   * Lets the process remember no name. To be called before the first is looked up: who is allowed
   * more might otherwise fill the memory for who is allowed less.
   */
  public static void rememberNone() {
    Security.setProperty("networkaddress.cache.ttl", "0");
  }

  @Override
  public String name() {
    return "assay";
  }

  @Override
  public InetAddressResolver get(Configuration configuration) {
    return checking(configuration.builtinResolver());
  }

  /** What the system says, checked. */
  static InetAddressResolver checking(InetAddressResolver system) {
    return new Resolver(system);
  }

  private record Resolver(InetAddressResolver system) implements InetAddressResolver {
    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy wanted)
        throws UnknownHostException {
      Stream<InetAddress> found = system.lookupByName(host, wanted);
      return POLICY.isBound() ? allowed(POLICY.get(), host, found.toList()).stream() : found;
    }

    private static List<InetAddress> allowed(
        AddressPolicy policy, String host, List<InetAddress> found) throws UnknownHostException {
      try {
        found.forEach(address -> policy.check(host, address));
        return found;
      } catch (IllegalArgumentException e) {
        throw new UnknownHostException(e.getMessage());
      }
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
      return system.lookupByAddress(address);
    }
  }
}
