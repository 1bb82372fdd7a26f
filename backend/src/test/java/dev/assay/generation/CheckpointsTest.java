package dev.assay.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.database.Ids;
import dev.assay.database.Sql;
import dev.assay.generation.Checkpoints.Addition;
import dev.assay.provider.TextKind;
import dev.assay.testing.Json;
import dev.assay.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CheckpointsTest {
  /** Where nothing of the run itself can stand, which the heartbeat may not have put away yet. */
  private static final int BEHIND = 1_000;

  /** An account may be deleted while its answers run. Nobody else's text may be lost by it. */
  @Test
  void textOfADeletedResultDoesNotKeepOthersFromBeingWritten() {
    try (TestServer server = TestServer.start(Map.of())) {
      Json run = finishedRun(server);
      UUID there = UUID.fromString(run.get("results").get(0).get("id").text());

      server
          .bean(Checkpoints.class)
          .append(
              List.of(
                  new Addition(Ids.next(), TextKind.ANSWER, 0, "of nobody"),
                  new Addition(there, TextKind.ANSWER, BEHIND, "kept")));

      assertThat(
              server
                  .bean(Sql.class)
                  .list("select text from checkpoint", _ -> {}, row -> row.getString(1)))
          .contains("kept")
          .doesNotContain("of nobody");
    }
  }

  private static Json finishedRun(TestServer server) {
    String id = server.client().startRun("Hello", server.model("sim?tokens=2&seed=3"));
    server.client().finish(id);
    return server
        .client()
        .data("query($id: ID!) { run(id: $id) { results { id } } }", Map.of("id", id))
        .get("run");
  }
}
