package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Json;
import dev.assay.testing.RunRecorder;
import dev.assay.testing.TestServer;
import java.net.ServerSocket;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What model servers do wrong, each time with two healthy lanes beside it that must not notice. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class RunFaultTest {
  private TestServer server;
  private String first;
  private String second;

  @BeforeAll
  void start() {
    server = TestServer.start(Map.of());
    first = server.model("sim?text=numbers&tokens=60&gap=3ms&seed=1");
    second = server.model("sim?text=numbers&tokens=40&gap=5ms&seed=2");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fault=401             | UPSTREAM_REJECTED    | 0  | rejected the key",
        "fault=429&retry=7     | RATE_LIMITED         | 0  | Try again in 7 s",
        "fault=500             | UPSTREAM_UNAVAILABLE | 0  | failed (HTTP 500)",
        "fault=503             | UPSTREAM_UNAVAILABLE | 0  | failed (HTTP 503)",
        "fault=html            | UPSTREAM_UNAVAILABLE | 0  | failed (HTTP 502)",
        "fault=reset&at=20     | UPSTREAM_UNAVAILABLE | 20 | broke off the connection",
        "fault=cut&at=20       | UPSTREAM_UNAVAILABLE | 20 | broke off the connection",
        "fault=close&at=20     | UPSTREAM_UNAVAILABLE | 20 | without its end mark",
        "fault=stall&at=20     | UPSTREAM_TIMEOUT     | 20 | sent nothing for 1 s",
        "fault=error&at=20     | UPSTREAM_UNAVAILABLE | 20 | failed in the middle",
        "fault=malformed&at=20 | UPSTREAM_UNAVAILABLE | 20 | not the JSON of its protocol",
        "fault=huge&at=20      | UPSTREAM_UNAVAILABLE | 20 | more than 1,048,576 bytes"
      })
  void everyFaultIsAStoredTypedReadableErrorWithTheTextSoFar(
      String fault, String code, int tokens, String words) {
    String broken = server.model("sim?text=numbers&tokens=100&gap=2ms&seed=9&" + fault);
    String run = server.client().startRun("Hello", first, broken, second);
    RunRecorder recorder = server.client().finish(run);
    assertThat(recorder.answers())
        .isEqualTo(Map.of(0, numbers(60), 1, text(recorder, 1), 2, numbers(40)));
    Json result = stored(run).get("results").get(1);
    assertThat(result.get("status").text()).isEqualTo("FAILED");
    assertThat(result.get("error").get("code").text()).isEqualTo(code);
    assertThat(result.get("error").get("message").text()).contains(words);
    String text = result.get("text").text();
    if (fault.contains("reset")) {
      // A reset takes along what had arrived and was not read yet.
      assertThat(numbers(tokens)).startsWith(text);
    } else {
      assertThat(text).isEqualTo(numbers(tokens));
    }
    assertThat(stored(run).get("status").text()).isEqualTo("COMPLETED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fault=crlf", "fault=split", "fault=crlf,split"})
  void anUnusualFormOfTheStreamChangesNothing(String form) {
    String odd = server.model("sim?text=ko&tokens=80&gap=1ms&seed=5&" + form);
    String plain = server.model("sim?text=ko&tokens=80&gap=1ms&seed=5");
    Map<Integer, String> answers =
        server.client().finish(server.client().startRun("안녕", first, odd, plain, second)).answers();
    assertThat(answers.get(1)).isEqualTo(answers.get(2)).isNotEmpty();
    assertThat(answers).containsEntry(0, numbers(60)).containsEntry(3, numbers(40));
  }

  @Test
  void whereNothingListensTheErrorSaysSo() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Json result = alone(server.client().model("any", "http://127.0.0.1:" + port + "/v1"));
    assertThat(result.get("error").get("code").text()).isEqualTo("UPSTREAM_UNAVAILABLE");
    assertThat(result.get("error").get("message").text())
        .contains("Nothing listens on 127.0.0.1:" + port);
  }

  @Test
  void aNameThatNobodyKnowsIsSaid() {
    Json result = alone(server.client().model("any", "http://no-such-host.invalid:8000/v1"));
    assertThat(result.get("error").get("message").text())
        .contains("no-such-host.invalid is not known");
  }

  @Test
  void aModelThatTheServerDoesNotHaveIsSaid() {
    Json result = alone(server.model("nobody-knows-me"));
    assertThat(result.get("error").get("code").text()).isEqualTo("UPSTREAM_REJECTED");
    assertThat(result.get("error").get("message").text())
        .contains("has no model named nobody-knows-me");
  }

  @Test
  void aRunWhoseLanesAllFailedIsFailed() {
    String broken = server.model("sim?fault=500&seed=8");
    String run = server.client().startRun("Hello", broken);
    server.client().finish(run);
    assertThat(stored(run).get("status").text()).isEqualTo("FAILED");
  }

  private Json alone(String model) {
    String run = server.client().startRun("Hello", model, first);
    assertThat(server.client().finish(run).answers()).containsEntry(1, numbers(60));
    return stored(run).get("results").get(0);
  }

  private Json stored(String run) {
    return server
        .client()
        .data(
            "query($id: ID!) { run(id: $id) { status results { status text error { code message } }"
                + " } }",
            Map.of("id", run))
        .get("run");
  }

  private static String text(RunRecorder recorder, int lane) {
    return recorder.answers().getOrDefault(lane, "");
  }

  private static String numbers(int count) {
    return IntStream.range(0, count).mapToObj(i -> i + " ").collect(Collectors.joining());
  }
}
