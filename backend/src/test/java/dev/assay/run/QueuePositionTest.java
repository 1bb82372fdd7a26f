package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.simulator.Exchange;
import dev.assay.testing.Json;
import dev.assay.testing.RunRecorder;
import dev.assay.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits for a model server sees how many come first, and may leave. */
@Timeout(60)
class QueuePositionTest {
  @Test
  void theWaitIsToldPlaceByPlaceAndCanBeLeft() {
    try (TestServer server = TestServer.start(Map.of("assay.model-concurrency", 1))) {
      String model = server.model("sim?tokens=200&gap=20ms&seed=3");
      String id =
          server
              .client()
              .startRun(
                  Map.of("modelIds", List.of(model), "userMessage", "Hello", "iterations", 3));
      RunRecorder follower = server.client().follow(id);
      while (positions(server, id).size() < 2) {
        Thread.onSpinWait();
      }
      assertThat(positions(server, id)).containsExactlyInAnyOrder(1, 2);

      // The first of those who wait leaves: the other one moves up, and is told.
      cancel(server, waiting(server, id, 1));
      while (!positions(server, id).equals(List.of(1))) {
        Thread.onSpinWait();
      }
      cancel(server, running(server, id));
      cancel(server, running(server, id));
      follower.awaitComplete();

      List<Integer> told = new ArrayList<>();
      for (Json event : follower.events()) {
        if (event.has("result") && !event.get("result").get("queuePosition").isNull()) {
          told.add(event.get("result").get("queuePosition").integer());
        }
      }
      assertThat(told).contains(1);
      assertThat(positions(server, id)).isEmpty();
      // Who left while it waited was never asked for.
      assertThat(server.simulator().log().exchanges()).hasSize(2);
    }
  }

  /** Counted where they arrive. */
  @Test
  void noMoreAreAskedForAtOnceThanTheServerTakes() {
    try (TestServer server = TestServer.start(Map.of("assay.model-concurrency", 2))) {
      String model = server.model("sim?tokens=10&gap=5ms&seed=3");
      server
          .client()
          .finish(
              server
                  .client()
                  .startRun(
                      Map.of("modelIds", List.of(model), "userMessage", "Hello", "iterations", 7)));

      List<Exchange> all = server.simulator().log().exchanges();
      assertThat(all).hasSize(7);
      for (Exchange one : all) {
        long atOnce =
            all.stream()
                .filter(other ->
                    other.arrivedNanos() <= one.arrivedNanos()
                        && other.endedNanos() > one.arrivedNanos())
                .count();
        assertThat(atOnce).isLessThanOrEqualTo(2);
      }
    }
  }

  private static List<Integer> positions(TestServer server, String run) {
    return results(server, run).stream()
        .filter(result -> !result.get("queuePosition").isNull())
        .map(result -> result.get("queuePosition").integer())
        .toList();
  }

  private static String waiting(TestServer server, String run, int position) {
    return results(server, run).stream()
        .filter(result -> !result.get("queuePosition").isNull())
        .filter(result -> result.get("queuePosition").integer() == position)
        .findFirst()
        .orElseThrow()
        .get("id")
        .text();
  }

  /** The one that runs, as soon as one does. */
  private static String running(TestServer server, String run) {
    while (true) {
      for (Json result : results(server, run)) {
        if (result.get("status").text().equals("RUNNING")) {
          return result.get("id").text();
        }
      }
    }
  }

  private static List<Json> results(TestServer server, String run) {
    return server
        .client()
        .data(
            "query($id: ID!) { run(id: $id) { results { id status queuePosition } } }",
            Map.of("id", run))
        .get("run")
        .get("results")
        .list();
  }

  private static void cancel(TestServer server, String result) {
    server
        .client()
        .data("mutation($id: ID!) { cancelResult(resultId: $id) { id } }", Map.of("id", result));
  }
}
