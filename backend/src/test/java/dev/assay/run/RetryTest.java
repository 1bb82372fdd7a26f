package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.testing.Json;
import dev.assay.testing.TestServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a model server is asked again, and when it is left alone, counted at the model server. */
class RetryTest {
  private static final String WHOLE =
      """
      data: {"choices":[{"delta":{"content":"Hello."},"finish_reason":"stop"}]}

      data: [DONE]

      """;
  private static final String CUT =
      """
      data: {"choices":[{"delta":{"content":"Hel"}}]}

      """;

  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer upstream;
  private TestServer server;
  private Answer answer = (exchange, number) -> reply(exchange, 200, WHOLE);

  private interface Answer {
    void give(HttpExchange exchange, int number) throws IOException;
  }

  @BeforeEach
  void start() throws IOException {
    server =
        TestServer.start(
            Map.of(
                "assay.upstream.attempts", 3,
                "assay.upstream.breaker-failures", 5,
                "assay.upstream.breaker-pause", "4s"));
    upstream = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    upstream.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    upstream.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          answer.give(exchange, asked.incrementAndGet());
        });
    upstream.start();
  }

  @AfterEach
  void stop() {
    server.close();
    upstream.stop(0);
  }

  @Test
  void aServerThatFailsOnceIsAskedAgainAndThatIsTold() {
    answer = (exchange, number) -> reply(exchange, number == 1 ? 503 : 200, WHOLE);

    Json result = run();

    assertThat(result.get("status").text()).isEqualTo("COMPLETED");
    assertThat(result.get("text").text()).isEqualTo("Hello.");
    assertThat(result.get("attempts").integer()).isEqualTo(2);
    assertThat(asked).hasValue(2);
  }

  @Test
  void aServerThatKeepsFailingIsAskedThreeTimes() {
    answer = (exchange, number) -> reply(exchange, 500, "{}");

    Json result = run();

    assertThat(result.get("error").get("code").text()).isEqualTo("UPSTREAM_UNAVAILABLE");
    assertThat(result.get("attempts").integer()).isEqualTo(3);
    assertThat(asked).hasValue(3);
  }

  @Test
  void aRefusalIsNotAskedAgain() {
    answer = (exchange, number) -> reply(exchange, 400, "{}");

    assertThat(run().get("error").get("code").text()).isEqualTo("UPSTREAM_REJECTED");
    assertThat(asked).hasValue(1);
  }

  /** Another answer would be another answer. */
  @Test
  void whatHasBegunToAnswerIsNotAskedAgain() {
    answer = (exchange, number) -> reply(exchange, 200, CUT);

    Json result = run();

    assertThat(result.get("error").get("code").text()).isEqualTo("UPSTREAM_UNAVAILABLE");
    assertThat(result.get("text").text()).isEqualTo("Hel");
    assertThat(asked).hasValue(1);
  }

  @Test
  void aServerThatAsksForPatienceGetsIt() {
    long[] at = new long[3];
    answer =
        (exchange, number) -> {
          at[number] = System.nanoTime();
          exchange.getResponseHeaders().add("Retry-After", "1");
          reply(exchange, number == 1 ? 429 : 200, WHOLE);
        };

    assertThat(run().get("status").text()).isEqualTo("COMPLETED");
    assertThat(asked).hasValue(2);
    assertThat(Duration.ofNanos(at[2] - at[1])).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aServerThatAsksForMoreThanHalfAMinuteIsNotWaitedFor() {
    answer =
        (exchange, number) -> {
          exchange.getResponseHeaders().add("Retry-After", "31");
          reply(exchange, 429, "{}");
        };

    Json result = run();

    assertThat(result.get("error").get("code").text()).isEqualTo("RATE_LIMITED");
    assertThat(asked).hasValue(1);
  }

  @Test
  void aWaitCanBeCancelled() {
    answer = (exchange, number) -> reply(exchange, 500, "{}");
    String id = startRun();
    while (asked.get() == 0) {
      Thread.onSpinWait();
    }

    String status =
        server
            .client()
            .data("mutation($id: ID!) { cancelRun(runId: $id) { status } }", Map.of("id", id))
            .get("cancelRun")
            .get("status")
            .text();

    assertThat(status).isEqualTo("CANCELLED");
    assertThat(asked.get()).isLessThan(3);
  }

  @Test
  void aServerThatFailsFiveTimesInARowIsLeftAloneAndTriedAgainLater() {
    answer = (exchange, number) -> reply(exchange, 500, "{}");
    run();
    run();
    int before = asked.get();

    Json left = run();

    assertThat(before).isEqualTo(5);
    assertThat(left.get("error").get("message").text()).contains("left alone");
    assertThat(asked).hasValue(before);

    answer = (exchange, number) -> reply(exchange, 200, WHOLE);
    long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    Json back = run();
    while (!back.get("status").text().equals("COMPLETED") && System.nanoTime() < deadline) {
      back = run();
    }
    assertThat(back.get("status").text()).isEqualTo("COMPLETED");
  }

  @Test
  void oneServersBreakerDoesNotTouchAnother() {
    answer = (exchange, number) -> reply(exchange, 500, "{}");
    run();
    run();

    String other = server.model("sim?tokens=3&seed=4");
    Json last = server.client().finish(server.client().startRun("Hello", other)).last().get("run");

    assertThat(last.get("status").text()).isEqualTo("COMPLETED");
  }

  private String startRun() {
    String model =
        server.client().model("m", "http://127.0.0.1:" + upstream.getAddress().getPort() + "/v1");
    return server.client().startRun("Hello", model);
  }

  private Json run() {
    String id = startRun();
    server.client().finish(id).close();
    return server
        .client()
        .data(
            "query($id: ID!) { run(id: $id) { results"
                + " { status text attempts error { code message } } } }",
            Map.of("id", id))
        .get("run")
        .get("results")
        .get(0);
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .add("Content-Type", status == 200 ? "text/event-stream" : "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
