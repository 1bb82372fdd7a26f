package dev.assay.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.graphql.Expense;
import dev.assay.graphql.Outcome;
import dev.assay.graphql.TestServer;
import dev.assay.graphql.Wait;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of several megabytes: who may send them, and how many at a time. */
class LargeBodyTest {
  private static final int LARGE = 4 << 20;
  private static final int MOST = (16 << 20) - 1_000;

  private final TestServer server = new TestServer(Map.of("assay.rate-limit-per-minute", 0));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aCallerSendsOneAtATime() throws Exception {
    try (Socket _ = begin("ada")) {
      awaitAtWork(1);
      Outcome second = post("ada");
      assertThat(second.code()).isEqualTo("RATE_LIMITED");
      assertThat(second.at("errors", 0, "extensions", "retryAfterMs")).isEqualTo(1_000);
      assertThat(post("eve").at("data", "hello")).isEqualTo("Hello, world!");
      // What is small goes on all the while.
      assertThat(outcome("ada", hello(10)).at("data", "hello")).isEqualTo("Hello, world!");
    }
    Wait.until(() -> post("ada").at("data", "hello") != null);
  }

  @Test
  void thereIsRoomForAFewAtATime() throws Exception {
    List<Socket> all = new ArrayList<>();
    for (int i = 0; i < LargeBodies.AT_ONCE; i++) {
      all.add(begin("caller-" + i));
      awaitAtWork(i + 1);
    }
    assertThat(post("eve").code()).isEqualTo("RATE_LIMITED");
    for (Socket socket : all) {
      socket.close();
    }
    Wait.until(() -> post("eve").at("data", "hello") != null);
  }

  /** However small its parts are, it takes no more memory than a few of its own sizes. */
  @ParameterizedTest
  @ValueSource(strings = {"{},", "[],", "[[[[]]]],", "0,", "\"\","})
  void aLargeBodyOfManyPartsIsRefused(String part) throws Exception {
    String body =
        "{\"query\":\"{ hello }\",\"variables\":{\"a\":["
            + part.repeat(MOST / part.length())
            + "0]}}";
    assertThat(outcome("ada", body).code()).isEqualTo("BAD_USER_INPUT");
    assertThat(outcome("ada", body).message()).contains("too many values");
    assertThat(Expense.of(() -> outcome("ada", body)).bytes()).isLessThan(4L * MOST);
  }

  @Test
  void aDocumentStaysSmall() throws Exception {
    String body = "{\"query\":\"{ hello #" + "x".repeat(LARGE) + "\"}";
    assertThat(outcome("ada", body).code()).isEqualTo("QUERY_TOO_COMPLEX");
  }

  /** Sends a part of a large body; the rest is on its way for good. */
  private Socket begin(String caller) throws IOException {
    Socket socket = new Socket("127.0.0.1", server.port());
    String head =
        """
        POST /graphql HTTP/1.1\r
        Host: localhost\r
        X-Test-Caller: %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        {"query": "{ hello }", "variables": {"a": "\
        """
            .formatted(caller, LARGE);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private void awaitAtWork(int count) {
    Wait.until(() -> server.bean(LargeBodies.class).count() == count);
  }

  private Outcome post(String caller) {
    try {
      return outcome(caller, hello(LARGE));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Outcome outcome(String caller, String body) throws IOException {
    RawHttp.Response answer =
        RawHttp.send(
            server.port(),
            "POST",
            "/graphql",
            Map.of(
                "Host", "localhost", "Content-Type", "application/json", "X-Test-Caller", caller),
            body);
    return Outcome.of(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  private static String hello(int bytes) {
    return "{\"query\": \"{ hello }\", \"variables\": {\"a\": \"" + "x".repeat(bytes) + "\"}}";
  }
}
