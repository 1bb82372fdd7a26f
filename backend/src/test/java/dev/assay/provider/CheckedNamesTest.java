package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class CheckedNamesTest {
  private static final UpstreamSettings SETTINGS =
      new UpstreamSettings(
          Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), 1 << 20, 1 << 20);

  /** The first answer is harmless, every later one is the cloud's metadata service. */
  @Test
  void aNameThatTurnsToAForbiddenAddressIsNotConnectedTo() {
    AddressPolicy policy = AddressPolicyTest.policy("127.0.0.1", "");
    AtomicInteger asked = new AtomicInteger();
    InetAddressResolver names =
        resolver(() -> asked.incrementAndGet() == 1 ? "203.0.114.7" : "169.254.169.254");

    assertThat(inScope(policy, names)).isEqualTo("203.0.114.7");
    assertThatThrownBy(() -> inScope(policy, names))
        .hasRootCauseInstanceOf(UnknownHostException.class)
        .hasMessageContaining("No model server lives at");
  }

  @Test
  void whatIsNotOnTheWayToAModelServerIsNotChecked() throws UnknownHostException {
    InetAddressResolver names = resolver(() -> "169.254.169.254");

    assertThat(first(names)).isEqualTo("169.254.169.254");
  }

  /** The check before the call lets it pass; the connection is not made all the same. */
  @Test
  void theClientOfModelServersChecksWhereItConnects() throws IOException {
    // No more than this machine's name can be had everywhere: java.net knows localhost by itself.
    // In capitals, since no other test has let the process remember it so.
    String here = ownName().toUpperCase(Locale.ROOT);
    AtomicInteger served = new AtomicInteger();
    HttpServer secret = HttpServer.create(new InetSocketAddress(0), 0);
    secret.createContext(
        "/",
        exchange -> {
          served.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    secret.start();
    URI address = URI.create("http://" + here + ":" + secret.getAddress().getPort());
    assumeThat(address.getHost()).as("a name that an address can hold").isNotNull();
    AddressPolicy policy = AddressPolicyTest.policy("0.0.0.0", "");
    policy.allowOurs(address);
    Upstream upstream = new Upstream(SETTINGS, new Watchdog(), policy);
    try {
      assertThatThrownBy(() ->
              upstream.send(
                  HttpRequest.newBuilder(address),
                  new Endpoint(address, Protocol.OPENAI, null),
                  new Cancellation()))
          .isInstanceOfSatisfying(
              AppException.class,
              error -> assertThat(error.code()).isEqualTo(ErrorCode.UPSTREAM_UNAVAILABLE));
      assertThat(served).hasValue(0);
    } finally {
      upstream.close();
      secret.stop(0);
    }
  }

  private static String ownName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return Assumptions.abort("this machine does not know its own name");
    }
  }

  private static String inScope(AddressPolicy policy, InetAddressResolver names) {
    CompletableFuture<String> found = new CompletableFuture<>();
    CheckedNames.threads(policy)
        .execute(() -> {
          try {
            found.complete(first(names));
          } catch (UnknownHostException e) {
            found.completeExceptionally(e);
          }
        });
    return found.join();
  }

  private static String first(InetAddressResolver names) throws UnknownHostException {
    return names
        .lookupByName("model.example.org", LookupPolicy.of(LookupPolicy.IPV4))
        .findFirst()
        .orElseThrow()
        .getHostAddress();
  }

  private interface Answers {
    String next();
  }

  private static InetAddressResolver resolver(Answers answers) {
    InetAddressResolver system =
        new InetAddressResolver() {
          @Override
          public Stream<InetAddress> lookupByName(String host, LookupPolicy wanted)
              throws UnknownHostException {
            return Stream.of(InetAddress.getByName(answers.next()));
          }

          @Override
          public String lookupByAddress(byte[] address) {
            return "";
          }
        };
    return CheckedNames.checking(system);
  }
}
