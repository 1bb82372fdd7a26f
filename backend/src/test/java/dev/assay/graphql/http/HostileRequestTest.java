package dev.assay.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.graphql.Expense;
import dev.assay.graphql.HostileDocument;
import dev.assay.graphql.Outcome;
import dev.assay.graphql.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that are meant to hurt: each is refused in little time and little memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestTest {
  private static final int MEGABYTE = 1_000_000;

  private final TestServer server = new TestServer();

  @AfterAll
  void stop() {
    server.close();
  }

  static List<HostileDocument> documents() {
    return HostileDocument.all();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void aHostileDocumentIsRefusedCheaply(HostileDocument document) throws Exception {
    String body = document.request();

    Outcome outcome = Outcome.of(post(body).body().getBytes(StandardCharsets.UTF_8));
    Expense expense = Expense.of(() -> post(body));

    assertThat(outcome.code()).isIn("QUERY_TOO_COMPLEX", "BAD_USER_INPUT");
    assertThat(outcome.json()).doesNotContainKey("data");
    assertThat(outcome.message()).hasSizeLessThan(500);
    expense.assertCheap();
  }

  static Stream<String> bodies() {
    return Stream.of(
        "[" + "{\"query\":\"{ hello }\"},".repeat(999) + "{\"query\":\"{ hello }\"}]",
        "{\"query\":\"{ hello }\",\"variables\":{\"a\":" + "[".repeat(100_000),
        "{\"query\":\"{ hello }\",\"variables\":" + "{\"a\":".repeat(100_000),
        "{\"query\":\"{ hello }\",\"variables\":{\"a\":" + "9".repeat(MEGABYTE - 100) + "}}",
        "{\"query\":\"{ hello }\",\"operationName\":\"" + "x".repeat(MEGABYTE - 100) + "\"}",
        " ".repeat(MEGABYTE),
        "\0".repeat(MEGABYTE));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void aHostileBodyIsRefusedCheaply(String body) throws Exception {
    Outcome outcome = Outcome.of(post(body).body().getBytes(StandardCharsets.UTF_8));

    assertThat(outcome.code()).isEqualTo("BAD_USER_INPUT");
    assertThat(outcome.message()).hasSizeLessThan(500);
    Expense.of(() -> post(body)).assertCheap();
  }

  @Test
  void aBodyOfAHundredMegabytesIsNotRead() throws Exception {
    assertThat(flood("Content-Length: 100000000\r\n", "")).contains(" 413 ");
    Expense.of(() -> flood("Content-Length: 100000000\r\n", "")).assertCheap();
  }

  @Test
  void aBodyOfUnsaidLengthIsReadUpToTheLimit() throws Exception {
    assertThat(flood("Transfer-Encoding: chunked\r\n", "10000\r\n")).contains(" 413 ");
    Expense.of(() -> flood("Transfer-Encoding: chunked\r\n", "10000\r\n")).assertCheap();
  }

  private RawHttp.Response post(String body) throws IOException {
    return RawHttp.send(
        server.port(),
        "POST",
        "/graphql",
        Map.of("Host", "localhost", "Content-Type", "application/json"),
        body);
  }

  /** Sends 100 megabytes, or as much as the server takes; answers the answer's first line. */
  private String flood(String header, String chunk) throws IOException {
    byte[] piece = new byte[chunk.length() + 65_536 + 2];
    Arrays.fill(piece, (byte) ' ');
    System.arraycopy(chunk.getBytes(StandardCharsets.US_ASCII), 0, piece, 0, chunk.length());
    piece[piece.length - 2] = '\r';
    piece[piece.length - 1] = '\n';
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(10_000);
      String head =
          "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
      socket.getOutputStream().write((head + header + "\r\n").getBytes(StandardCharsets.US_ASCII));
      try {
        for (int i = 0; i < 1_600 && socket.getInputStream().available() == 0; i++) {
          socket.getOutputStream().write(piece);
        }
      } catch (IOException e) {
        // The server hung up, as it should.
      }
      return new String(socket.getInputStream().readNBytes(30), StandardCharsets.US_ASCII);
    }
  }
}
