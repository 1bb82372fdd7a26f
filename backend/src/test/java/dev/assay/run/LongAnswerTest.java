package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.graphql.Wait;
import dev.assay.testing.GraphQLClient;
import dev.assay.testing.Json;
import dev.assay.testing.Recording;
import dev.assay.testing.ReplayServer;
import dev.assay.testing.RunRecorder;
import dev.assay.testing.TestServer;
import io.netty.util.internal.PlatformDependent;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A long answer stands in the memory once, however many follow it and however slowly. */
@Timeout(180)
class LongAnswerTest {
  private static final int WATCHERS = 100;
  private static final int PIECES = 50;
  private static final int PIECE = 100_000;
  private static final long SIZE = (long) PIECES * PIECE;

  /** The answer as it grows and its bytes, as one snapshot, and what a hundred sockets cost. */
  private static final long BOUND = 12 * SIZE;

  @Test
  void aHundredWhoFollowItDoNotCostAHundredCopies() {
    try (ReplayServer models = ReplayServer.start();
        TestServer server =
            TestServer.start(
                Map.of(
                    "assay.upstream.idle-timeout", "120s",
                    "assay.socket.max-per-caller", 200,
                    // Who reads nothing is to stay: a closed socket costs nothing.
                    "assay.socket.stalled-timeout", "10m"))) {
      models.play(recording());
      GraphQLClient client = server.client();
      String run = client.startRun("Go on", client.model("long", models.url() + "/v1"));
      try (RunRecorder first = client.follow(run)) {
        first.await(LongAnswerTest::hasCome);
      }
      assertCheap(client, run);
      client.data("mutation($id: ID!) { cancelRun(runId: $id) { id } }", Map.of("id", run));
      assertCheap(client, run);
    }
  }

  /** Who reads more slowly than it comes is given a snapshot in between. */
  private static boolean hasCome(Json event) {
    return switch (event.get("__typename").text()) {
      case "TextAppended" -> event.get("offset").integer() == SIZE - PIECE;
      case "RunSnapshot" ->
          event.get("run").get("results").get(0).get("text").text().length() == SIZE;
      default -> false;
    };
  }

  private static void assertCheap(GraphQLClient client, String run) {
    long before = used();
    List<RunRecorder> watchers = new ArrayList<>();
    try {
      for (int i = 0; i < WATCHERS; i++) {
        watchers.add(RunRecorder.openPaused(client.socket(), run));
      }
      RunRecorder last = watchers.getLast();
      last.resume();
      Json _ = last.await(LongAnswerTest::hasCome);
      assertThat(last.answers()).isEqualTo(Map.of(0, text()));
      // The last one has its own copy now, as a client. What others are still read from the
      // database for is garbage a moment later; what waits to be sent to them stays.
      Wait.until(() -> used() - before < BOUND);
    } finally {
      watchers.forEach(RunRecorder::close);
    }
  }

  private static String text() {
    return ("\"é" + "x".repeat(PIECE - 2)).repeat(PIECES);
  }

  /** Everything but the last byte comes at once. */
  private static Recording recording() {
    String piece =
        "data: {\"choices\": [{\"delta\": {\"content\": \"\\\"é%s\"}}]}\n\n"
            .formatted("x".repeat(PIECE - 2));
    byte[] body = (piece.repeat(PIECES) + ":").getBytes(StandardCharsets.UTF_8);
    return new Recording(
        200,
        List.of("content-type: text/event-stream"),
        body,
        body.length - 1,
        Duration.ofMinutes(2),
        false);
  }

  /** What is alive on the heap, and in buffers beside it. */
  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
        + PlatformDependent.usedDirectMemory()
        + ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
  }
}
