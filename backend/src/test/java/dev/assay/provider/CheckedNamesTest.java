package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.assay.error.AppException;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.net.spi.InetAddressResolverProvider;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedNamesTest {
  @TempDir Path home;

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

  /**
   * The check before the call lets the name pass; the connection is not made all the same. In a
   * process of its own, whose names this test makes up: java.net knows localhost by itself.
   */
  @Test
  void theClientOfModelServersChecksWhereItConnects() throws Exception {
    AtomicInteger served = new AtomicInteger();
    HttpServer secret = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    secret.createContext(
        "/",
        exchange -> {
          served.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    secret.start();
    String address = "http://model.example.org:" + secret.getAddress().getPort();
    try {
      assertThat(ask(address, "0.0.0.0")).isEqualTo("UPSTREAM_UNAVAILABLE");
      assertThat(served).hasValue(0);
      // The name leads there: who may go there arrives.
      assertThat(ask(address, "127.0.0.1")).isEqualTo("200");
      assertThat(served).hasValue(1);
    } finally {
      secret.stop(0);
    }
  }

  /** Asks as a server would that listens on {@code host}; what became of it. */
  private String ask(String address, String host) throws Exception {
    Path services = Files.createDirectories(home.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(InetAddressResolverProvider.class.getName()), Names.class.getName());
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                home + File.pathSeparator + System.getProperty("java.class.path"),
                Asking.class.getName(),
                address,
                host)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return said.strip().lines().reduce("", (_, last) -> last);
  }

  /** Names as the other process knows them: before the real ones, and checked as they are. */
  public static final class Names extends InetAddressResolverProvider {
    @Override
    public String name() {
      return "made up";
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
      return resolver(() -> "127.0.0.1");
    }
  }

  @Test
  void theProcessLooksNamesUpHere() {
    assertThat(ServiceLoader.load(InetAddressResolverProvider.class).findFirst())
        .containsInstanceOf(CheckedNames.class);
  }

  /** What the other process does: it asks once, an address that the first check lets pass. */
  static final class Asking {
    private Asking() {}

    public static void main(String[] arguments) throws IOException {
      CheckedNames.rememberNone();
      URI address = URI.create(arguments[0]);
      AddressPolicy policy = AddressPolicyTest.policy(arguments[1], "");
      policy.allowOurs(address);
      Upstream upstream = new Upstream(SETTINGS, new Watchdog(), policy);
      try (UpstreamResponse response =
          upstream.send(
              HttpRequest.newBuilder(address),
              new Endpoint(address, Protocol.OPENAI, null),
              new Cancellation())) {
        System.out.println(response.status());
      } catch (AppException e) {
        System.out.println(e.code());
      } finally {
        upstream.close();
        System.exit(0);
      }
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
