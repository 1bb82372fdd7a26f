package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The connections to model servers, against sockets that say exactly what they should. */
@Timeout(30)
class ConnectionsTest {
  private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final String ALL = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nall";
  static final UpstreamSettings SETTINGS =
      new UpstreamSettings(
          Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), 1 << 20, 1 << 20);

  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Connections connections = new Connections(SETTINGS, loops);
  private ServerSocket server;

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  /** The reader is slow: the rest arrives, and the connection breaks, before it reads on. */
  @Test
  void whatHadArrivedIsReadBeforeTheFailure() throws Exception {
    Exchange exchange = send(get());
    try (Caller caller = accept()) {
      caller.say(CHUNKED + "5\r\nfirst\r\n");
      assertThat(status(exchange)).isEqualTo(200);
      assertThat(read(exchange, 5)).isEqualTo("first");
      caller.say("5\r\n then\r\n");
    }
    // Time for the client to see both; too little of it only makes the test easier.
    TimeUnit.MILLISECONDS.sleep(200);

    assertThat(read(exchange, 5)).isEqualTo(" then");
    assertThatThrownBy(exchange.body()::read).isInstanceOf(IOException.class);
  }

  @Test
  void closingWakesTheReaderAndClosesTheConnection() throws Exception {
    Exchange exchange = send(get());
    try (Caller caller = accept()) {
      caller.say(CHUNKED);
      assertThat(status(exchange)).isEqualTo(200);
      CompletableFuture<Void> reading =
          CompletableFuture.runAsync(
              () -> assertThatThrownBy(exchange.body()::read).isInstanceOf(IOException.class));
      exchange.close();

      reading.get(5, TimeUnit.SECONDS);
      assertThat(caller.isLeft()).isTrue();
    }
  }

  @Test
  void whatIsClosedBeforeItsHeadIsThereIsWokenToo() throws Exception {
    Exchange exchange = send(get());
    try (Caller caller = accept()) {
      exchange.close();

      assertThatThrownBy(() -> status(exchange)).hasCauseInstanceOf(IOException.class);
      assertThat(caller.isLeft()).isTrue();
    }
  }

  @Test
  void aConnectionServesAgainAndAReaderWhoIsLateDoesNotCloseIt() throws Exception {
    Exchange first = send(get());
    try (Caller caller = accept()) {
      answer(caller, first);
      Exchange second = send(post("{}"));
      assertThat(caller.request()).startsWith("POST /chat?x=%20y HTTP/1.1").contains("key: k");
      first.close();
      caller.say(ALL);

      assertThat(read(second, 3)).isEqualTo("all");
    }
  }

  @Test
  void whatOnlyAsksIsSentAnewWhereAKeptConnectionCloses() throws Exception {
    Exchange first = send(get());
    try (Caller caller = accept()) {
      answer(caller, first);
      Exchange second = send(get());
      assertThat(caller.request()).startsWith("GET");
      caller.close();
      try (Caller other = accept()) {
        other.say(ALL);
        assertThat(read(second, 3)).isEqualTo("all");
      }
    }
  }

  @Test
  void aRequestThatStartsSomethingIsNotSentTwice() throws Exception {
    Exchange first = send(get());
    try (Caller caller = accept()) {
      answer(caller, first);
      Exchange second = send(post("{}"));
      assertThat(caller.request()).startsWith("POST");
      caller.close();

      assertThatThrownBy(() -> status(second)).hasCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void aConnectionThatIsNotToBeKeptIsClosed() throws Exception {
    Exchange first = send(get());
    try (Caller caller = accept()) {
      caller.say("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 3\r\n\r\nall");
      assertThat(read(first, 3)).isEqualTo("all");
      assertThat(caller.isLeft()).isTrue();
    }
  }

  @Test
  void anInterimAnswerIsNotTheAnswer() throws Exception {
    Exchange exchange = send(get());
    try (Caller caller = accept()) {
      caller.say("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + ALL);
      assertThat(status(exchange)).isEqualTo(200);
      assertThat(read(exchange, 3)).isEqualTo("all");
    }
  }

  @Test
  void whatIsNoHttpFails() throws Exception {
    Exchange exchange = send(get());
    try (Caller caller = accept()) {
      caller.say("SSH-2.0-OpenSSH_9.9\r\n\r\n");

      assertThatThrownBy(() -> status(exchange)).hasCauseInstanceOf(IOException.class);
      assertThat(caller.isLeft()).isTrue();
    }
  }

  /** A thousand times what may wait for a reader who does not come. */
  @Test
  void aServerIsNotReadFasterThanTheReaderReads() throws Exception {
    Exchange exchange = send(get());
    int many = 256 * 1024 * 1024;
    try (Caller caller = accept()) {
      caller.say("HTTP/1.1 200 OK\r\nContent-Length: " + many + "\r\n\r\n");
      assertThat(status(exchange)).isEqualTo(200);
      CompletableFuture<Integer> sent = CompletableFuture.supplyAsync(() -> caller.flood(many));

      assertThat(sent)
          .as("Nobody reads, so the server has to wait")
          .failsWithin(Duration.ofMillis(500));
      assertThat(exchange.body().skip(many)).isEqualTo(many);
      assertThat(sent.get(5, TimeUnit.SECONDS)).isEqualTo(many);
    }
  }

  /** Reader and event loop meet again and again where there is much, and where there is little. */
  @Test
  void aReaderWhoIsAsQuickAsTheServerNeverWaitsForNothing() throws Exception {
    Exchange exchange = send(get());
    int many = 512 * 1024 * 1024;
    try (Caller caller = accept()) {
      caller.say("HTTP/1.1 200 OK\r\nContent-Length: " + many + "\r\n\r\n");
      assertThat(status(exchange)).isEqualTo(200);
      CompletableFuture<Integer> sent = CompletableFuture.supplyAsync(() -> caller.flood(many));

      assertThat(exchange.body().skip(many)).isEqualTo(many);
      assertThat(sent.get(5, TimeUnit.SECONDS)).isEqualTo(many);
      assertThat(exchange.body().read()).isEqualTo(-1);
    }
  }

  /**
   * The name is looked up once, where it is checked: it cannot turn to another address afterwards.
   */
  @Test
  void aConnectionIsMadeToTheAddressThatWasChecked() throws Exception {
    URI address = URI.create("http://model.example.invalid:" + server.getLocalPort());
    AddressPolicy policy =
        new AddressPolicy(AddressPolicyTest.serverOn("127.0.0.1"), "") {
          @Override
          public List<InetAddress> check(URI checked) {
            return List.of(InetAddress.getLoopbackAddress());
          }
        };
    Upstream upstream = new Upstream(SETTINGS, new Watchdog(), policy, connections);
    CompletableFuture<Void> serving =
        CompletableFuture.runAsync(() -> {
          try (Caller caller = accept()) {
            caller.say(ALL);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });

    try (UpstreamResponse response =
        upstream.send(
            UpstreamRequest.get(address.toString()),
            new Endpoint(address, Protocol.OPENAI, null),
            new Cancellation())) {
      assertThat(response.status()).isEqualTo(200);
    }
    serving.get(5, TimeUnit.SECONDS);
  }

  @Test
  void whereNothingListensIsSaid() throws Exception {
    server.close();

    assertThatThrownBy(() -> status(send(get()))).hasCauseInstanceOf(ConnectException.class);
  }

  @Test
  void whatIsNoAddressCannotBeAsked() {
    for (String address : List.of("http://", "no scheme", "http://a b/", "urn:x")) {
      assertThatThrownBy(() -> UpstreamRequest.get(address))
          .isInstanceOfSatisfying(
              AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN));
    }
  }

  private String address() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  private UpstreamRequest get() {
    return UpstreamRequest.get(address());
  }

  private UpstreamRequest post(String body) {
    WireRequest wire =
        new WireRequest(
            address() + "/chat?x=%20y", Map.of(), "key", "", body.getBytes(StandardCharsets.UTF_8));
    return UpstreamRequest.post(wire, new Endpoint(URI.create(address()), Protocol.OPENAI, "k"));
  }

  /** After this the connection is kept. */
  private static void answer(Caller caller, Exchange exchange) throws IOException {
    caller.say(ALL);
    assertThat(read(exchange, 3)).isEqualTo("all");
    assertThat(exchange.body().read()).isEqualTo(-1);
  }

  private Exchange send(UpstreamRequest request) {
    Exchange exchange = new Exchange(request);
    List<InetAddress> allowed = List.of(InetAddress.getLoopbackAddress());
    connections.send(exchange, Origin.of(request.address(), allowed));
    return exchange;
  }

  private static int status(Exchange exchange) throws Exception {
    return exchange.awaitHead(Duration.ofSeconds(5)).status().code();
  }

  private static String read(Exchange exchange, int bytes) throws IOException {
    InputStream body = exchange.body();
    return new String(body.readNBytes(bytes), StandardCharsets.UTF_8);
  }

  /** Waits for a connection, and reads the request that comes on it. */
  private Caller accept() throws IOException {
    Caller caller = new Caller(server.accept());
    caller.request();
    return caller;
  }

  /** Who called, as the server sees it. */
  private static final class Caller implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;

    Caller(Socket socket) throws IOException {
      this.socket = socket;
      this.in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The next request. */
    String request() throws IOException {
      StringBuilder request = new StringBuilder();
      int length = 0;
      for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
        request.append(line).append('\n');
        if (line.startsWith("content-length: ")) {
          length = Integer.parseInt(line.substring("content-length: ".length()));
        }
      }
      for (int read = 0; read < length; read++) {
        request.append((char) in.read());
      }
      return request.toString();
    }

    /** Waits for the end of what the client sends. */
    boolean isLeft() throws IOException {
      return in.read() < 0;
    }

    void say(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    }

    int flood(int bytes) {
      byte[] part = new byte[64 * 1024];
      try {
        for (int sent = 0; sent < bytes; sent += part.length) {
          socket.getOutputStream().write(part);
        }
        return bytes;
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
