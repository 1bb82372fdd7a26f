package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Json;
import dev.assay.testing.RunRecorder;
import dev.assay.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** Nothing is lost, doubled or reordered, however one follows a run. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
class DurabilityTest {
  private static final int CLIENTS = 12;
  private static final int CUTS = 5;

  private TestServer server;

  @BeforeAll
  void start() {
    server = TestServer.start(Map.of());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** {@code bench/durability/run} does the same with ten million tokens. */
  @Test
  void whoeverIsCutGoesOnWhereHeWas() throws Exception {
    List<CutClient.Outcome> outcomes = CutClients.follow(server, CLIENTS, 600, 20, CUTS);
    assertThat(outcomes).hasSize(CLIENTS);
    // On a busy machine some come so late that little is left to be cut.
    assertThat(outcomes.stream().mapToInt(CutClient.Outcome::cuts).sum()).isGreaterThan(CLIENTS);
    assertThat(outcomes.stream().mapToInt(CutClient.Outcome::tokens).sum()).isGreaterThan(1_000);
  }

  /** What is asked again and again tells the same as the stream, somewhere between two events. */
  @Test
  void askingAgainAgreesWithTheStream() {
    String run =
        server.client().startRun("Hello", server.model("sim?text=numbers&tokens=400&gap=5ms"));
    RunRecorder stream = server.client().follow(run);
    List<String> polled = new ArrayList<>();
    String status;
    do {
      int before = length(stream);
      Json now = poll(run);
      status = now.get("status").text();
      String text = now.get("results").get(0).get("text").text();
      polled.add(text);
      // The stream may be behind by what is on its way, never before by more than it told.
      assertThat(text.length()).isGreaterThanOrEqualTo(before);
    } while (!status.equals("COMPLETED"));
    stream.awaitComplete();
    String whole = IntStream.range(0, 400).mapToObj(i -> i + " ").collect(Collectors.joining());
    assertThat(stream.answers()).isEqualTo(Map.of(0, whole));
    assertThat(polled)
        .hasSizeGreaterThan(10)
        .allSatisfy(text -> assertThat(whole).startsWith(text));
    assertThat(polled.stream().map(String::length)).isSorted();
    assertThat(polled.getLast()).isEqualTo(whole);
    assertThat(polled.stream().distinct().count()).isGreaterThan(5);
  }

  private Json poll(String run) {
    return server
        .client()
        .data("query($id: ID!) { run(id: $id) { status results { text } } }", Map.of("id", run))
        .get("run");
  }

  private static int length(RunRecorder stream) {
    return stream.events().stream()
        .filter(event -> event.get("__typename").text().equals("TextAppended"))
        .mapToInt(event -> event.get("text").text().length())
        .sum();
  }
}
