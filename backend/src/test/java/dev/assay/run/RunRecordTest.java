package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.database.Sql;
import dev.assay.database.TestDatabase;
import dev.assay.graphql.Wait;
import dev.assay.simulator.End;
import dev.assay.simulator.Exchange;
import dev.assay.simulator.Simulator;
import dev.assay.testing.GraphQLClient;
import dev.assay.testing.Json;
import dev.assay.testing.RunRecorder;
import dev.assay.testing.TestServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run keeps, what its owner adds to it, and what others see of it. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class RunRecordTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String RUN =
      """
      query($id: ID!) { run(id: $id) { id number status isShared sharedAt canChange removedAt notes
        winner { id } owner { name } check { kind value } systemPrompt promptVersion { id }
        results { id status text hasPassed checkMessage timings { arrivedTokens } stop { closedMs tokensNotPaid } } } }
      """;

  private final String database = TestDatabase.url();
  private TestServer server;
  private GraphQLClient ada;
  private GraphQLClient eve;

  @BeforeAll
  void start() {
    server = TestServer.start(onTheDatabase());
    ada = server.client().with("X-Test-Caller", "ada");
    eve = server.client().with("X-Test-Caller", "eve");
  }

  private Map<String, Object> onTheDatabase() {
    return Map.of("assay.test.callers", true, "assay.database.url", database);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aStopTellsWhenTheConnectionEndedAndWhatItSaved() {
    String model = server.model("sim?text=numbers&tokens=500&gap=10ms&seed=801");
    String run =
        ada.startRun(
            Map.of(
                "userMessage",
                "Hello",
                "modelIds",
                List.of(model),
                "parameters",
                Map.of("maxTokens", 500)));
    RunRecorder recorder = ada.follow(run);
    recorder.await(event -> event.get("sequence").integer() > 20);
    long asked = System.nanoTime();
    Json result = mutate(ada, "cancelRun", "runId", run).get("results").get(0);
    assertThat(result.get("status").text()).isEqualTo("CANCELLED");
    double closedMs = result.get("stop").get("closedMs").number();
    Exchange closed =
        server
            .simulator()
            .log()
            .await(
                exchange ->
                    exchange.model().contains("seed=801") && exchange.ended(End.CLIENT_CLOSED),
                SOON);
    // The model server saw the end of it when we say, but for the way there.
    double seenMs = (closed.endedNanos() - asked) / 1e6;
    assertThat(closedMs).isPositive().isLessThan(1_000).isCloseTo(seenMs, within(50.0));
    int arrived = result.get("timings").get("arrivedTokens").integer();
    assertThat(result.get("text").text().split(" ")).hasSize(arrived);
    assertThat(result.get("stop").get("tokensNotPaid").integer()).isEqualTo(500 - arrived);
    // And so it is kept.
    assertThat(run(ada, run).get("results").get(0)).isEqualTo(result);
  }

  @Test
  void whatWasNeverAskedHadNoConnection() {
    try (Simulator slow = Simulator.start(0)) {
      String model = ada.model("sim?text=numbers&tokens=2000&gap=10ms", slow.baseUrl());
      letOneIn(model);
      String first = ada.startRun("Hello", model);
      ada.follow(first).await(event -> event.get("sequence").integer() > 3);
      String second = ada.startRun("Hello", model);
      Json waited = mutate(ada, "cancelRun", "runId", second).get("results").get(0);
      assertThat(waited.get("stop").get("closedMs").isNull()).isTrue();
      assertThat(waited.get("stop").get("tokensNotPaid").isNull()).isTrue();
      mutate(ada, "cancelRun", "runId", first);
    }
  }

  private void letOneIn(String model) {
    Json found =
        ada.data("query($id: ID!) { model(id: $id) { server { id } } }", Map.of("id", model));
    ada.data(
        "mutation($id: ID!) { updateModelServer(input: {id: $id, maxConcurrency: 1}) { id } }",
        Map.of("id", found.get("model").get("server").get("id").text()));
  }

  @Test
  void aCheckJudgesWhatCompletes() {
    Json run =
        checked("REGEX", "^0 1 2 $", "sim?text=numbers&tokens=3", "sim?text=numbers&tokens=4");
    assertThat(run.get("check").get("kind").text()).isEqualTo("REGEX");
    assertThat(run.get("results").list().stream().map(r -> r.get("hasPassed").isTrue()))
        .containsExactly(true, false);
    assertThat(run.get("results").get(0).get("checkMessage").isNull()).isTrue();
    assertThat(run.get("results").get(1).get("checkMessage").text()).contains("matches nowhere");
    Json failed = checked("CONTAINS", "x", "sim?status=500").get("results").get(0);
    assertThat(failed.get("status").text()).isEqualTo("FAILED");
    assertThat(failed.get("hasPassed").isNull()).isTrue();
  }

  private Json checked(String kind, String value, String... scripts) {
    Map<String, Object> input = new HashMap<>();
    input.put("userMessage", "Hello");
    input.put("modelIds", List.of(scripts).stream().map(server::model).toList());
    input.put("check", Map.of("kind", kind, "value", value));
    String id = ada.startRun(input);
    ada.finish(id);
    return run(ada, id);
  }

  @Test
  void aWrongCheckNamesItsField() {
    Json answer =
        ada.execute(
            "mutation($input: StartRunInput!) { startRun(input: $input) { id } }",
            Map.of(
                "input",
                Map.of(
                    "userMessage",
                    "Hello",
                    "modelIds",
                    List.of(server.model("sim?tokens=1")),
                    "check",
                    Map.of("kind", "REGEX", "value", "a(b"))));
    Json error = answer.get("errors").get(0);
    assertThat(error.get("extensions").get("field").text()).isEqualTo("input.check.value");
    assertThat(error.get("message").text()).contains("regular expression");
  }

  @Test
  void aSharedRunIsReadByAllUntilItIsWithdrawn() {
    String id = finished();
    assertNotFound(eve, "query($id: ID!) { run(id: $id) { id } }", id);
    assertThat(mutate(ada, "shareRun", "runId", id).get("isShared").isTrue()).isTrue();

    Json seen = run(eve, id);
    assertThat(seen.get("canChange").isTrue()).isFalse();
    assertThat(seen.get("results").get(0).get("text").text()).isEqualTo("0 1 2 ");
    assertThat(eve.finish(id).answers()).isEqualTo(Map.of(0, "0 1 2 "));
    assertThat(listed(eve, "{scope: SHARED}")).contains(id);
    assertThat(listed(eve, "{scope: MINE}")).doesNotContain(id);
    for (String mutation :
        List.of("shareRun", "unshareRun", "removeRun", "restoreRun", "cancelRun")) {
      assertNotFound(eve, "mutation($id: ID!) { %s(runId: $id) { id } }".formatted(mutation), id);
    }
    assertNotFound(
        eve, "mutation($id: ID!) { updateRun(input: {runId: $id, notes: \"x\"}) { id } }", id);

    assertThat(mutate(ada, "unshareRun", "runId", id).get("isShared").isTrue()).isFalse();
    assertNotFound(eve, "query($id: ID!) { run(id: $id) { id } }", id);
    assertNotFound(eve, "mutation($id: ID!) { rerun(runId: $id) { id } }", id);
    assertThat(listed(eve, "{scope: SHARED}")).doesNotContain(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unshareRun", "removeRun"})
  void withdrawingEndsWhatColleaguesFollow(String withdrawal) {
    String id = ada.startRun("Hello", server.model("sim?text=numbers&tokens=3000&gap=5ms"));
    mutate(ada, "shareRun", "runId", id);
    RunRecorder own = ada.follow(id);
    RunRecorder guest = eve.follow(id);
    guest.awaitPiece(0, 3);
    own.awaitPiece(0, 3);

    mutate(ada, withdrawal, "runId", id);
    int reached = own.last().get("sequence").integer();
    guest.awaitComplete();

    assertThat(codes(guest)).containsExactly("NOT_FOUND");
    assertThat(guest.last().get("__typename").text()).isNotEqualTo("RunFinished");
    Wait.until(() -> server.bean(SharedReaders.class).count() == 0);
    if (withdrawal.equals("unshareRun")) {
      own.await(event -> event.get("sequence").integer() > reached + 20);
      mutate(ada, "cancelRun", "runId", id);
    }
    own.awaitComplete();
    assertThat(own.last().get("__typename").text()).isEqualTo("RunFinished");
    assertThat(own.errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void withdrawingEndsThemAlsoWhereTheRunIsOfAnotherProcess(boolean isWithdrawnHere) {
    try (TestServer other = TestServer.start(onTheDatabase())) {
      String id = ada.startRun("Hello", server.model("sim?text=numbers&tokens=3000&gap=5ms"));
      mutate(ada, "shareRun", "runId", id);
      RunRecorder guest = other.client().with("X-Test-Caller", "eve").follow(id);
      RunRecorder own = other.client().with("X-Test-Caller", "ada").follow(id);
      guest.await(1);
      own.await(1);

      GraphQLClient withdrawing =
          isWithdrawnHere ? other.client().with("X-Test-Caller", "ada") : ada;
      withdrawing.data("mutation($id: ID!) { unshareRun(runId: $id) { id } }", Map.of("id", id));
      guest.awaitComplete();

      assertThat(codes(guest)).containsExactly("NOT_FOUND");
      mutate(ada, "cancelRun", "runId", id);
      own.awaitComplete();
      assertThat(own.last().get("__typename").text()).isEqualTo("RunFinished");
    }
  }

  @Test
  void aColleagueThatGoesAwayIsForgotten() {
    String id = ada.startRun("Hello", server.model("sim?text=numbers&tokens=3000&gap=5ms"));
    mutate(ada, "shareRun", "runId", id);
    RunRecorder guest = eve.follow(id);
    guest.awaitPiece(0, 3);
    assertThat(server.bean(SharedReaders.class).count()).isEqualTo(1);
    guest.close();
    Wait.until(() -> server.bean(SharedReaders.class).count() == 0);
    mutate(ada, "cancelRun", "runId", id);
  }

  private static List<String> codes(RunRecorder recorder) {
    return recorder.errors().stream()
        .flatMap(errors -> errors.list().stream())
        .map(error -> error.get("extensions").get("code").text())
        .toList();
  }

  @Test
  void aColleagueRunsASharedRunAgainWithTheTextOfItsPrompt() {
    String version =
        ada.data(
                "mutation { createPrompt(input: {name: \"Shared one\", content: \"Be {{how}}.\","
                    + " variables: [{name: \"how\", type: TEXT}]}) { currentVersion { id } } }",
                Map.of())
            .get("createPrompt")
            .get("currentVersion")
            .get("id")
            .text();
    String id =
        ada.startRun(
            Map.of(
                "userMessage",
                "Hello",
                "modelIds",
                List.of(server.model("sim?text=numbers&tokens=3")),
                "promptVersionId",
                version,
                "variables",
                List.of(Map.of("name", "how", "value", "brief"))));
    ada.finish(id);
    mutate(ada, "shareRun", "runId", id);
    assertThat(run(ada, id).get("promptVersion").get("id").text()).isEqualTo(version);
    assertThat(run(eve, id).get("promptVersion").isNull()).isTrue();
    String again = mutate(eve, "rerun", "runId", id).get("id").text();
    eve.finish(again);
    assertThat(run(eve, again).get("systemPrompt").text()).isEqualTo("Be brief.");
  }

  @Test
  void aRemovedRunLeavesTheListsAndComesBack() {
    String id = finished();
    mutate(ada, "shareRun", "runId", id);
    assertThat(mutate(ada, "removeRun", "runId", id).get("removedAt").isNull()).isFalse();
    assertThat(listed(ada, "{}")).doesNotContain(id);
    assertThat(run(ada, id).get("status").text()).isEqualTo("COMPLETED");
    assertNotFound(eve, "query($id: ID!) { run(id: $id) { id } }", id);
    assertThat(mutate(ada, "restoreRun", "runId", id).get("removedAt").isNull()).isTrue();
    assertThat(listed(ada, "{}")).contains(id);
    assertThat(run(eve, id).get("id").text()).isEqualTo(id);
  }

  @Test
  void removingARunThatGoesOnStopsIt() {
    String id = ada.startRun("Hello", server.model("sim?text=numbers&tokens=900&gap=10ms"));
    ada.follow(id).await(event -> event.get("sequence").integer() > 5);
    assertThat(mutate(ada, "removeRun", "runId", id).get("status").text()).isEqualTo("CANCELLED");
  }

  @Test
  void notesAndTheWinnerAreKeptAlsoWhileItRuns() {
    String id = ada.startRun("Hello", server.model("sim?text=numbers&tokens=300&gap=5ms"));
    RunRecorder recorder = ada.follow(id);
    recorder.await(event -> event.get("sequence").integer() > 5);
    String result = run(ada, id).get("results").get(0).get("id").text();
    assertThat(update(id, Map.of("winnerId", result)).get("winner").get("id").text())
        .isEqualTo(result);
    assertThat(update(id, Map.of("notes", "빠르다")).get("winner").get("id").text()).isEqualTo(result);
    recorder.awaitComplete();
    Json run = run(ada, id);
    assertThat(run.get("notes").text()).isEqualTo("빠르다");
    assertThat(run.get("winner").get("id").text()).isEqualTo(result);
    Map<String, Object> nothing = new HashMap<>();
    nothing.put("winnerId", null);
    assertThat(update(id, nothing).get("winner").isNull()).isTrue();
  }

  @Test
  void aWinnerIsOneOfTheRunsOwnAnswers() {
    String one = finished();
    String other = run(ada, finished()).get("results").get(0).get("id").text();
    Json answer =
        ada.execute(
            "mutation($input: UpdateRunInput!) { updateRun(input: $input) { id } }",
            Map.of("input", Map.of("runId", one, "winnerId", other)));
    assertThat(answer.get("errors").get(0).get("extensions").get("field").text())
        .isEqualTo("input.winnerId");
  }

  @Test
  void aResultNeverChangesAfterItsEnd() {
    String id = finished();
    assertThatThrownBy(() ->
            server
                .bean(Sql.class)
                .update(
                    "update result set answer = 'other' where run_id = cast(? as uuid)",
                    statement -> statement.setString(1, id)))
        .hasMessageContaining("never changes");
  }

  private String finished() {
    String id = ada.startRun("Hello", server.model("sim?text=numbers&tokens=3"));
    ada.finish(id);
    return id;
  }

  private static Json run(GraphQLClient client, String id) {
    return client.data(RUN, Map.of("id", id)).get("run");
  }

  private Json update(String id, Map<String, Object> change) {
    Map<String, Object> input = new HashMap<>(change);
    input.put("runId", id);
    return ada.data(
            "mutation($input: UpdateRunInput!) { updateRun(input: $input) { notes winner { id } }"
                + " }",
            Map.of("input", input))
        .get("updateRun");
  }

  private static Json mutate(GraphQLClient client, String name, String argument, String id) {
    return client
        .data(
            """
            mutation($id: ID!) { %s(%s: $id) { id status isShared removedAt
              results { id status text hasPassed checkMessage timings { arrivedTokens }
                        stop { closedMs tokensNotPaid } } } }
            """
                .formatted(name, argument),
            Map.of("id", id))
        .get(name);
  }

  private static List<String> listed(GraphQLClient client, String filter) {
    return client
        .data("{ runs(first: 100, filter: %s) { nodes { id } } }".formatted(filter), Map.of())
        .get("runs")
        .get("nodes")
        .list()
        .stream()
        .map(run -> run.get("id").text())
        .toList();
  }

  private static void assertNotFound(GraphQLClient client, String document, String id) {
    Json answer = client.execute(document, Map.of("id", id));
    assertThat(answer.get("errors").get(0).get("extensions").get("code").text())
        .isEqualTo("NOT_FOUND");
  }
}
