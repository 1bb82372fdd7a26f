package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.database.TestDatabase;
import dev.assay.simulator.Simulator;
import dev.assay.testing.AssayProcess;
import dev.assay.testing.GraphQLClient;
import dev.assay.testing.Json;
import dev.assay.testing.RunRecorder;
import dev.assay.testing.TestServer;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The service is killed in the middle of a run and started again. */
@Timeout(300)
class RunCrashTest {
  private static final double LOST_AT_MOST_MS = 1_000;

  @Test
  void aKilledServerKeepsFinishedResultsAndAtMostASecondOfTheOthersIsLost() {
    Map<String, String> environment =
        Map.of("DATABASE_URL", TestDatabase.url(), "SIMULATOR", "false");
    try (Simulator simulator = Simulator.start(0)) {
      String run;
      RunRecorder seen;
      try (AssayProcess doomed = AssayProcess.start(environment)) {
        GraphQLClient client = new GraphQLClient(doomed.graphql(), doomed.socket());
        run =
            client.startRun(
                "Hello",
                client.model("sim?text=numbers&tokens=30&gap=1ms", simulator.baseUrl()),
                client.model("sim?text=numbers&tokens=5000&gap=4ms", simulator.baseUrl()));
        seen = client.follow(run);
        seen.awaitPiece(1, 700);
      }
      try (AssayProcess next = AssayProcess.start(environment)) {
        GraphQLClient client = new GraphQLClient(next.graphql(), next.socket());
        RunRecorder ended = client.finish(run);
        Json stored = ended.last().get("run");
        assertThat(stored.get("status").text()).isEqualTo("COMPLETED");
        Json whole = stored.get("results").get(0);
        assertThat(whole.get("status").text()).isEqualTo("COMPLETED");
        assertThat(whole.get("text").text()).isEqualTo(numbers(30));
        Json cut = stored.get("results").get(1);
        assertThat(cut.get("status").text()).isEqualTo("FAILED");
        assertThat(cut.get("error").get("code").text()).isEqualTo("INTERRUPTED");
        String text = cut.get("text").text();
        assertThat(numbers(5_000)).startsWith(text);
        assertThat(text.length()).isGreaterThanOrEqualTo(lengthASecondBeforeTheEnd(seen));
        assertThatWhoComesBackLearnsOfTheEnd(client, run, seen);
      }
    }
  }

  @Test
  void aServerThatStopsInOrderLosesNothingAndSaysWhy() {
    Map<String, Object> database = Map.of("assay.database.url", TestDatabase.url());
    try (Simulator simulator = Simulator.start(0)) {
      String run;
      RunRecorder seen;
      try (TestServer first = TestServer.start(database)) {
        run =
            first
                .client()
                .startRun(
                    "Hello",
                    first
                        .client()
                        .model("sim?text=numbers&tokens=5000&gap=4ms", simulator.baseUrl()));
        seen = first.client().follow(run);
        seen.awaitPiece(0, 50);
      }
      try (TestServer second = TestServer.start(database)) {
        Json result = second.client().finish(run).last().get("run").get("results").get(0);
        assertThat(result.get("status").text()).isEqualTo("FAILED");
        assertThat(result.get("error").get("code").text()).isEqualTo("INTERRUPTED");
        assertThat(result.get("text").text()).startsWith(seen.answers().getOrDefault(0, "none"));
      }
    }
  }

  private static void assertThatWhoComesBackLearnsOfTheEnd(
      GraphQLClient client, String run, RunRecorder seen) {
    int after = seen.last().get("sequence").integer();
    RunRecorder back = client.follow(run, after);
    back.awaitComplete();
    assertThat(back.events().stream().map(event -> event.get("__typename").text()))
        .containsExactly("RunSnapshot", "RunFinished");
  }

  /** How long the second lane's text was a second before its last piece that anybody saw. */
  private static int lengthASecondBeforeTheEnd(RunRecorder seen) {
    double end = seen.last().get("atMs").number() - LOST_AT_MOST_MS;
    Json piece = seen.awaitPiece(1, 1);
    return seen.events().stream()
        .filter(
            event -> event.has("resultId") && event.get("resultId").equals(piece.get("resultId")))
        .filter(event -> event.get("atMs").number() <= end)
        .mapToInt(event -> event.get("offset").integer())
        .max()
        .orElseThrow();
  }

  private static String numbers(int count) {
    return IntStream.range(0, count).mapToObj(i -> i + " ").collect(Collectors.joining());
  }
}
