package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.database.Sql;
import dev.assay.testing.GraphQLClient;
import dev.assay.testing.Json;
import dev.assay.testing.TestServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** What is found in the history: beside the newest, and among many. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class HistoryTest {
  private static final int MANY = 260;
  private static final String BATCH =
      "query($id: ID!) { batch(id: $id) { status runs(first: 1) { nodes { id } } } }";

  private TestServer server;
  private GraphQLClient ada;
  private GraphQLClient eve;
  private String common = "";
  private String rare = "";

  @BeforeAll
  void start() throws InterruptedException {
    server = TestServer.start(Map.of("assay.test.callers", true));
    ada = server.client().with("X-Test-Caller", "ada");
    eve = server.client().with("X-Test-Caller", "eve");
    common = server.model("sim?text=numbers&tokens=1");
    rare = server.model("sim?text=numbers&tokens=1&seed=7");
    run(ada, "대한민국의 수도는 어디인가요?", rare);
    run(ada, "What is the Capital of France? 100%", rare);
    String noted = run(ada, "Something else", common);
    ada.data(
        "mutation($id: ID!) { updateRun(input: {runId: $id, notes: \"The quick one\"}) { id } }",
        Map.of("id", noted));
    // What follows hides them from whoever looks at the newest alone.
    many(ada, "Number");
    run(eve, "Eve's question about the capital", common);
    awaitFindable();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aTextIsFoundAmongMany() {
    assertThat(messages(ada, "{text: \"수도\"}")).containsExactly("대한민국의 수도는 어디인가요?");
    assertThat(messages(ada, "{text: \"수\"}")).hasSize(1);
    assertThat(messages(ada, "{text: \"capital of\"}"))
        .containsExactly("What is the Capital of France? 100%");
    assertThat(messages(ada, "{text: \"100%\"}")).hasSize(1);
    assertThat(messages(ada, "{text: \"QUICK ONE\"}")).containsExactly("Something else");
    assertThat(messages(ada, "{text: \"nothing like it\"}")).isEmpty();
    assertThat(messages(eve, "{text: \"capital\"}"))
        .containsExactly("Eve's question about the capital");
  }

  @Test
  void aFilterAndATextHoldTogether() {
    assertThat(messages(ada, "{modelId: \"%s\"}".formatted(rare))).hasSize(2);
    assertThat(messages(ada, "{modelId: \"%s\", text: \"수도\"}".formatted(rare))).hasSize(1);
    assertThat(messages(ada, "{modelId: \"%s\", text: \"수도\"}".formatted(common))).isEmpty();
    assertThat(messages(ada, "{status: [FAILED], text: \"수도\"}")).isEmpty();
    assertThat(messages(ada, "{isInBatch: false, text: \"o\"}")).hasSize(2);
  }

  @Test
  void allPagesTogetherAreTheWholeList() {
    for (String filter : List.of("{}", "{text: \"number\"}", "{modelId: \"" + common + "\"}")) {
      List<String> ids = new ArrayList<>();
      String after = null;
      do {
        Json page = page(filter, after);
        page.get("nodes").list().forEach(run -> ids.add(run.get("id").text()));
        after =
            page.get("pageInfo").get("hasNextPage").isTrue()
                ? page.get("pageInfo").get("endCursor").text()
                : null;
      } while (after != null);
      assertThat(ids).as(filter).hasSizeGreaterThanOrEqualTo(MANY).doesNotHaveDuplicates();
      assertThat(ids).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }
  }

  @Test
  void aCountOfATextStops() {
    assertThat(count("{text: \"number\"}")).isEqualTo(100);
    assertThat(count("{text: \"수도\"}")).isEqualTo(1);
    assertThat(count("{modelId: \"%s\"}".formatted(rare))).isEqualTo(2);
    assertThat(count("{isInBatch: true}")).isEqualTo(MANY);
  }

  @Test
  void sharedRunsAreFoundByTheirTextToo() {
    String shared = run(eve, "A shared riddle", common);
    eve.data("mutation($id: ID!) { shareRun(runId: $id) { id } }", Map.of("id", shared));
    assertThatEventually("{scope: SHARED, text: \"riddle\"}", "A shared riddle");
    assertThat(messages(ada, "{text: \"riddle\"}")).isEmpty();
    assertThat(messages(ada, "{scope: SHARED, text: \"other\"}")).isEmpty();
  }

  private void assertThatEventually(String filter, String message) {
    List<String> found = List.of();
    for (int i = 0; i < 100 && found.isEmpty(); i++) {
      found = messages(ada, filter);
    }
    assertThat(found).containsExactly(message);
  }

  private int count(String filter) {
    return ada.data("{ runs(filter: %s) { totalCount } }".formatted(filter), Map.of())
        .get("runs")
        .get("totalCount")
        .integer();
  }

  private Json page(String filter, @Nullable String after) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("after", after);
    return ada.data(
            """
            query($after: String) { runs(first: 50, after: $after, filter: %s) {
              nodes { id } pageInfo { hasNextPage endCursor } } }
            """
                .formatted(filter),
            variables)
        .get("runs");
  }

  private static List<String> messages(GraphQLClient client, String filter) {
    return client
        .data(
            "{ runs(first: 100, filter: %s) { nodes { userMessage } } }".formatted(filter),
            Map.of())
        .get("runs")
        .get("nodes")
        .list()
        .stream()
        .map(run -> run.get("userMessage").text())
        .toList();
  }

  private static String run(GraphQLClient client, String message, String model) {
    String id = client.startRun(message, model);
    client.finish(id);
    return id;
  }

  private void many(GraphQLClient client, String message) throws InterruptedException {
    String id =
        client
            .data(
                "mutation($input: StartBatchInput!) { startBatch(input: $input) { id } }",
                Map.of(
                    "input",
                    Map.of(
                        "modelIds",
                        List.of(common),
                        "items",
                        IntStream.range(0, MANY)
                            .mapToObj(i -> Map.of("message", message + " " + i))
                            .toList())))
            .get("startBatch")
            .get("id")
            .text();
    while (!client
        .data(BATCH, Map.of("id", id))
        .get("batch")
        .get("status")
        .text()
        .equals("COMPLETED")) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private void awaitFindable() throws InterruptedException {
    Sql sql = server.bean(Sql.class);
    while (Objects.requireNonNull(
            sql.one(
                "select count(*) from run where not is_findable", _ -> {}, row -> row.getInt(1)))
        > 0) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
