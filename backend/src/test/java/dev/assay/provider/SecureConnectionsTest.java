package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who a model server has to be that is asked over TLS. */
@Timeout(60)
class SecureConnectionsTest {
  private static final String TRUSTED = "javax.net.ssl.trustStore";
  private static final String PASSWORD = "password";

  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  @TempDir Path folder;

  @AfterEach
  void stop() {
    System.clearProperty(TRUSTED);
    System.clearProperty(TRUSTED + "Password");
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  @Test
  void whomTheJvmTrustsIsAsked() throws Exception {
    Path key = key("ip:127.0.0.1");
    trust(key);

    assertThat(ask(key)).isEqualTo(200);
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
    Path key = key("ip:127.0.0.1");

    assertThatThrownBy(() -> ask(key)).hasCauseInstanceOf(SSLException.class);
  }

  @Test
  void aCertificateForAnotherHostIsRefused() throws Exception {
    Path key = key("dns:model.example.org");
    trust(key);

    assertThatThrownBy(() -> ask(key)).hasCauseInstanceOf(SSLException.class);
  }

  private static void trust(Path key) {
    System.setProperty(TRUSTED, key.toString());
    System.setProperty(TRUSTED + "Password", PASSWORD);
  }

  /** Asks a server with this key, once; the answer's status. */
  private int ask(Path key) throws Exception {
    try (ServerSocket server = listening(key)) {
      CompletableFuture<Void> serving = CompletableFuture.runAsync(() -> serve(server));
      UpstreamRequest request =
          UpstreamRequest.get("https://127.0.0.1:" + server.getLocalPort() + "/");
      Exchange exchange = new Exchange(request);
      List<InetAddress> allowed = List.of(InetAddress.getLoopbackAddress());
      new Connections(ConnectionsTest.SETTINGS, loops)
          .send(exchange, Origin.of(request.address(), allowed));
      int status = exchange.awaitHead(Duration.ofSeconds(10)).status().code();
      serving.get(5, TimeUnit.SECONDS);
      return status;
    }
  }

  private static void serve(ServerSocket server) {
    try (Socket socket = server.accept()) {
      BufferedReader head =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      for (String line = head.readLine(); line != null && !line.isEmpty(); ) {
        line = head.readLine();
      }
      byte[] answer =
          "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8);
      socket.getOutputStream().write(answer);
    } catch (IOException e) {
      // Whoever does not trust it leaves.
    }
  }

  private static ServerSocket listening(Path key) throws Exception {
    KeyStore keys = KeyStore.getInstance(key.toFile(), PASSWORD.toCharArray());
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context
        .getServerSocketFactory()
        .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  /** A key and its certificate, signed by itself, for this name. */
  private Path key(String name) throws IOException, InterruptedException {
    Path key = folder.resolve("key.p12");
    Files.deleteIfExists(key);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "model",
                "-dname",
                "CN=model",
                "-ext",
                "san=" + name,
                "-storepass",
                PASSWORD,
                "-keystore",
                key.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
    return key;
  }
}
