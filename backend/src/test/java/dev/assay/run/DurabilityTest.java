package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Json;
import dev.assay.testing.RunRecorder;
import dev.assay.testing.TestServer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private static final int POLLS = 10;

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
    assertThat(outcomes.stream().mapToInt(CutClient.Outcome::cuts).sum()).isGreaterThan(2);
    assertThat(outcomes.stream().mapToInt(CutClient.Outcome::tokens).sum()).isGreaterThan(50);
  }

  /** What is asked again and again tells the same as the stream, somewhere between two events. */
  @Test
  void askingAgainAgreesWithTheStream() {
    String run =
        server.client().startRun("Hello", server.model("sim?text=numbers&tokens=60000&gap=5ms"));
    RunRecorder stream = server.client().follow(run);
    Set<String> polled = new LinkedHashSet<>();
    while (polled.size() < POLLS) {
      int told = length(stream);
      String text = poll(run).get("results").get(0).get("text").text();
      // The stream may be behind by what is on its way; what it told is there.
      assertThat(text.length()).isGreaterThanOrEqualTo(told);
      polled.add(text);
    }
    server.client().data("mutation($id: ID!) { cancelRun(runId: $id) { id } }", Map.of("id", run));
    stream.awaitComplete();
    String whole = poll(run).get("results").get(0).get("text").text();
    assertThat(stream.answers()).isEqualTo(Map.of(0, whole));
    assertThat(numbers()).startsWith(whole);
    assertThat(polled).allSatisfy(text -> assertThat(whole).startsWith(text));
    assertThat(polled.stream().map(String::length)).isSorted();
  }

  private static String numbers() {
    return IntStream.range(0, 60_000).mapToObj(i -> i + " ").collect(Collectors.joining());
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
