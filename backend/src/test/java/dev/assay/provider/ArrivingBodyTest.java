package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ArrivingBodyTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  private ServerSocket server;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    client.close();
  }

  /** The reader is slow: the rest arrives, and the connection breaks, before it reads on. */
  @Test
  void whatHadArrivedIsReadBeforeTheFailure() throws Exception {
    CompletableFuture<InputStream> body = ask();
    Socket connection = server.accept();
    OutputStream out = connection.getOutputStream();
    send(out, HEAD + "5\r\nfirst\r\n");
    InputStream in = body.get(5, TimeUnit.SECONDS);
    assertThat(new String(in.readNBytes(5), StandardCharsets.UTF_8)).isEqualTo("first");
    send(out, "5\r\n then\r\n");
    connection.close();
    // Time for the client to see both; too little of it only makes the test easier.
    TimeUnit.MILLISECONDS.sleep(200);

    assertThat(new String(in.readNBytes(5), StandardCharsets.UTF_8)).isEqualTo(" then");
    assertThatThrownBy(in::read).isInstanceOf(IOException.class);
  }

  @Test
  void anEndIsAnEnd() throws Exception {
    CompletableFuture<InputStream> body = ask();
    try (Socket connection = server.accept()) {
      send(connection.getOutputStream(), HEAD + "3\r\nall\r\n0\r\n\r\n");
      InputStream in = body.get(5, TimeUnit.SECONDS);
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("all");
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void closingWakesTheReaderAndClosesTheConnection() throws Exception {
    CompletableFuture<InputStream> body = ask();
    try (Socket connection = server.accept()) {
      send(connection.getOutputStream(), HEAD);
      InputStream in = body.get(5, TimeUnit.SECONDS);
      CompletableFuture<Void> reading =
          CompletableFuture.runAsync(
              () -> assertThatThrownBy(in::read).isInstanceOf(IOException.class));
      in.close();
      reading.get(5, TimeUnit.SECONDS);
      InputStream request = connection.getInputStream();
      while (request.read() >= 0) {
        // Its head, and then the end.
      }
    }
  }

  private CompletableFuture<InputStream> ask() {
    URI address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    return client
        .sendAsync(HttpRequest.newBuilder(address).build(), _ -> new ArrivingBody())
        .thenApply(response -> response.body());
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
