package dev.assay.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.graphql.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTimeoutTest {
  private static final String BEGIN = " HTTP/1.1\r\nHost: localhost\r\n";

  private final TestServer server = new TestServer(Map.of("assay.http.request-timeout", "1s"));

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /graphql-ws" + BEGIN + "Connection: Upgrade\r\nUpgrade: websocket\r\nX-Slow: ",
        "POST /graphql" + BEGIN + "Content-Type: application/json\r\nContent-Length: 999\r\n\r\n{",
      })
  void aRequestThatTricklesInIsNotWaitedFor(String begin) throws Exception {
    try (Socket slow = connect()) {
      slow.setSoTimeout(200);
      send(slow, begin);
      long start = System.nanoTime();

      boolean ended = false;
      while (!ended) {
        send(slow, "x");
        ended = isEnded(slow);
      }

      assertThat((System.nanoTime() - start) / 1e9).isBetween(0.8, 5.0);
    }
  }

  @Test
  void aConnectionMayRestBetweenRequests() throws Exception {
    String request = "GET /graphql?query=%7Bhello%7D" + BEGIN + "\r\n";
    try (Socket patient = connect()) {
      patient.setSoTimeout(1_500);
      send(patient, request);
      assertThat(isEnded(patient)).isFalse();
      assertThat(isEnded(patient)).isFalse();

      send(patient, request);

      assertThat(patient.getInputStream().read()).isPositive();
    }
  }

  private Socket connect() throws IOException {
    return new Socket("127.0.0.1", server.port());
  }

  private static void send(Socket socket, String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      // It has ended; reading tells.
    }
  }

  /** Reads whatever comes until nothing does for a while. */
  private static boolean isEnded(Socket socket) throws IOException {
    try {
      while (socket.getInputStream().read() >= 0) {}
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException e) {
      return true;
    }
  }
}
