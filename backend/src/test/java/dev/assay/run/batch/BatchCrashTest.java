package dev.assay.run.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.database.TestDatabase;
import dev.assay.simulator.Simulator;
import dev.assay.testing.AssayProcess;
import dev.assay.testing.GraphQLClient;
import dev.assay.testing.Json;
import dev.assay.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The service ends in the middle of a batch, one way or another, and the next goes on with it. */
@Timeout(300)
class BatchCrashTest {
  private static final int MESSAGES = 60;

  @Test
  void theNextProcessGoesOnWithWhatAKilledOneLeft() {
    Map<String, String> environment =
        Map.of("DATABASE_URL", TestDatabase.url(), "SIMULATOR", "false");
    try (Simulator simulator = Simulator.start(0)) {
      String id;
      try (AssayProcess doomed = AssayProcess.start(environment)) {
        GraphQLClient client = new GraphQLClient(doomed.graphql(), doomed.socket());
        id = begun(client, simulator);
      }
      try (AssayProcess next = AssayProcess.start(environment)) {
        assertGoesOn(new GraphQLClient(next.graphql(), next.socket()), id);
      }
    }
  }

  @Test
  void theNextProcessGoesOnWithWhatOneThatStoppedLeft() {
    Map<String, Object> database = Map.of("assay.database.url", TestDatabase.url());
    try (Simulator simulator = Simulator.start(0)) {
      String id;
      try (TestServer first = TestServer.start(database)) {
        id = begun(first.client(), simulator);
      }
      try (TestServer second = TestServer.start(database)) {
        assertGoesOn(second.client(), id);
      }
    }
  }

  /** Some have ended, some run, some wait: of 600 answers, 400 are asked for at once. */
  private static String begun(GraphQLClient client, Simulator simulator) {
    String id =
        BatchTest.start(
            client,
            Map.of(
                "items",
                BatchTest.messages(MESSAGES),
                "iterations",
                5,
                "modelIds",
                List.of(
                    client.model("sim?text=numbers&tokens=3&gap=1ms", simulator.baseUrl()),
                    client.model("sim?text=numbers&tokens=40&gap=50ms", simulator.baseUrl()))));
    Json progress = progress(client, id);
    while (progress.get("completed").integer() < 20 || progress.get("running").integer() == 0) {
      progress = progress(client, id);
    }
    assertThat(progress.get("completed").integer()).isLessThan(MESSAGES * 10);
    return id;
  }

  private static void assertGoesOn(GraphQLClient client, String id) {
    BatchTest.follow(client, id).awaitComplete();
    Json batch = client.data(BatchTest.BATCH, Map.of("id", id)).get("batch");
    assertThat(batch.get("status").text()).isEqualTo("COMPLETED");
    assertThat(batch.get("progress").get("total").integer()).isEqualTo(MESSAGES * 10);
    assertThat(batch.get("progress").get("completed").integer()).isEqualTo(MESSAGES * 10);
    List<Json> runs = batch.get("runs").get("nodes").list();
    assertThat(runs.stream().map(run -> run.get("userMessage").text()))
        .containsExactlyElementsOf(
            IntStream.range(0, MESSAGES).mapToObj(i -> "Message " + i).toList());
    Map<String, Long> answers =
        runs.stream()
            .flatMap(run -> run.get("results").list().stream())
            .map(result -> result.get("text").text())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(answers).isEqualTo(Map.of(numbers(3), MESSAGES * 5L, numbers(40), MESSAGES * 5L));
  }

  private static Json progress(GraphQLClient client, String id) {
    return client.data(BatchTest.BATCH, Map.of("id", id)).get("batch").get("progress");
  }

  private static String numbers(int count) {
    return IntStream.range(0, count).mapToObj(i -> i + " ").collect(Collectors.joining());
  }
}
