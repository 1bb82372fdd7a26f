package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.testing.Asker;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A server that never stops: its answer is cut at the limit, the connection is closed, and no more
 * of it is held than the limit allows.
 */
@Timeout(120)
class EndlessAnswerTest {
  /** What the server would send, if it were let. */
  private static final long TEN_GB = 10_000_000_000L;

  /** The limits allow 8 MiB of text and 1 MiB of a line; the rest is what sockets hold. */
  private static final long MOST_TAKEN = 64L * 1024 * 1024;

  private static final String START = "{\"choices\": [{\"index\": 0, \"delta\": {\"content\": \"";

  private final CompletableFuture<Long> sent = new CompletableFuture<>();

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void anEndlessLineIsCutOff(Protocol protocol) throws Exception {
    AppException failure = ask(protocol, "text/event-stream", "data: " + START, "endless ");

    assertThat(failure).hasMessageContaining("a single event of more than 1,048,576 bytes");
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void anEndlessBodyIsCutOff(Protocol protocol) throws Exception {
    AppException failure = ask(protocol, "application/json", START, "endless ");

    assertThat(failure).hasMessageContaining("grew beyond 25,165,824 bytes");
  }

  @Test
  void anEndlessStreamIsCutOff() throws Exception {
    String event = "data: " + START + "x".repeat(1_000) + "\"}}]}\n\n";
    AppException failure = ask(Protocol.OPENAI, "text/event-stream", event, event);

    assertThat(failure).hasMessageContaining("grew beyond 8,388,608 bytes");
  }

  private AppException ask(Protocol protocol, String type, String first, String rest)
      throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(200, 0);
          sent.complete(send(exchange.getResponseBody(), first, rest));
        });
    server.start();
    try (Asker asker = new Asker(protocol)) {
      URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
      AppException failure = asker.ask(address).failure();
      assertThat(failure.code()).isEqualTo(ErrorCode.UPSTREAM_UNAVAILABLE);
      assertThat(sent.get(30, TimeUnit.SECONDS)).isLessThan(MOST_TAKEN);
      return failure;
    } finally {
      server.stop(0);
    }
  }

  /** Until nobody takes it any more; how much was taken. */
  private static long send(OutputStream out, String first, String rest) {
    byte[] more = rest.repeat(1 + 65_536 / rest.length()).getBytes(StandardCharsets.UTF_8);
    long sent = 0;
    try {
      out.write(first.getBytes(StandardCharsets.UTF_8));
      while (sent < TEN_GB) {
        out.write(more);
        sent += more.length;
      }
    } catch (IOException e) {
      // The connection was closed.
    }
    return sent;
  }
}
