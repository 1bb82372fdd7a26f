package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.graphql.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptListTest {
  private static PromptClient client;

  @BeforeAll
  static void start() {
    client = new PromptClient();
  }

  @AfterAll
  static void stop() {
    client.close();
  }

  @BeforeEach
  void becomeSomebodyElse() {
    client.becomeSomebodyElse();
  }

  @Test
  void theMostRecentlyChangedComeFirstAndTheRemovedNotAtAll() {
    String one = client.create("one", "x");
    client.create("two", "x");
    String three = client.create("three", "x");
    client.create("four", "x");
    client.update(one, 1, Map.of("content", "y"));
    client.call("removePrompt", three);

    assertThat(names(Map.of())).containsExactly("one", "four", "two");
  }

  @Test
  void pagesHoldEachPromptOnce() {
    for (int i = 1; i <= 5; i++) {
      client.create("prompt " + i, "x");
    }

    List<String> seen = new ArrayList<>();
    Map<String, Object> variables = new HashMap<>(Map.of("first", 2));
    for (int page = 0; page < 3; page++) {
      Outcome outcome = page(variables);
      seen.addAll(namesOf(outcome));
      assertThat(outcome.at("data", "prompts", "totalCount")).isEqualTo(5);
      assertThat(outcome.at("data", "prompts", "pageInfo", "hasNextPage")).isEqualTo(page < 2);
      assertThat(outcome.at("data", "prompts", "pageInfo", "hasPreviousPage")).isEqualTo(page > 0);
      variables.put(
          "after", Objects.requireNonNull(outcome.at("data", "prompts", "pageInfo", "endCursor")));
    }

    assertThat(seen).containsExactly("prompt 5", "prompt 4", "prompt 3", "prompt 2", "prompt 1");
    assertThat(names(variables)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"revie, 2", "REVIE, 2", "검토, 1", "%, 1", "_, 0", "\\, 0", "'', 4", "nothing, 0"})
  void aTextFindsNamesThatContainIt(String text, int count) {
    client.create("Code review", "x");
    client.create("Reviewer", "x");
    client.create("코드 검토자", "x");
    client.create("100 %", "x");

    Outcome outcome = page(Map.of("filter", Map.of("text", text)));

    assertThat(namesOf(outcome)).hasSize(count);
    assertThat(outcome.at("data", "prompts", "totalCount")).isEqualTo(count);
  }

  @Test
  void withoutANumberAPageHasTwenty() {
    for (int i = 1; i <= 21; i++) {
      client.create("prompt " + i, "x");
    }
    Map<String, @Nullable Object> nothing = new HashMap<>();
    nothing.put("first", null);

    assertThat(names(Map.of())).hasSize(20);
    assertThat(names(asObjects(nothing))).hasSize(20);
  }

  @Test
  void nobodySeesSomebodyElsesPrompts() {
    String id = client.create("private", "x");
    String version =
        String.valueOf(client.call("prompt", id).at("data", "prompt", "currentVersion", "id"));
    client.becomeSomebodyElse();

    assertThat(names(Map.of())).isEmpty();
    assertThat(version).isNotEqualTo("null");
    for (Outcome outcome :
        List.of(
            client.call("prompt", id),
            client.call("removePrompt", id),
            client.call("restorePrompt", id),
            client.update(id, 1, Map.of("name", "mine")),
            client.rollback(id, 1),
            client.call("prompt", version),
            client.call("prompt", "01900000-0000-7000-8000-00000000dead"))) {
      assertThat(outcome.code()).isEqualTo("NOT_FOUND");
    }
  }

  @Test
  void aStrangerSeesNothing() {
    client.becomeAStranger();

    assertThat(page(Map.of()).code()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void manyPromptsCostNoMoreStatementsThanOne() {
    client.create("prompt", "x");
    long forOne = statementsOfAll();
    for (int i = 0; i < 10; i++) {
      client.create("prompt " + i, "x");
    }

    assertThat(statementsOfAll()).isEqualTo(forOne).isLessThanOrEqualTo(5);
  }

  /** The fewest of several tries: what the service does beside the request can only add some. */
  private static long statementsOfAll() {
    return LongStream.generate(PromptListTest::statementsOnce).limit(5).min().orElseThrow();
  }

  /** Outside a transaction each statement takes a connection of its own. */
  private static long statementsOnce() {
    long before = connectionsTaken();
    Outcome outcome =
        client.ask(
            "{ prompts { nodes { name currentVersion { content prompt { name } }"
                + " versions { content prompt { name } } } } }",
            Map.of());
    assertThat(outcome.at("errors")).isNull();
    return connectionsTaken() - before;
  }

  private static long connectionsTaken() {
    return client.bean(MeterRegistry.class).get("hikaricp.connections.acquire").timer().count();
  }

  private static Outcome page(Map<String, Object> variables) {
    return client.ask(
        "query($first: Int, $after: String, $filter: PromptFilter)"
            + " { prompts(first: $first, after: $after, filter: $filter)"
            + " { nodes { name } totalCount"
            + " pageInfo { hasNextPage hasPreviousPage endCursor } } }",
        variables);
  }

  private static List<String> names(Map<String, Object> variables) {
    return namesOf(page(variables));
  }

  private static List<String> namesOf(Outcome outcome) {
    assertThat(outcome.at("errors")).isNull();
    List<String> names = new ArrayList<>();
    for (int i = 0; outcome.at("data", "prompts", "nodes", i) != null; i++) {
      names.add(String.valueOf(outcome.at("data", "prompts", "nodes", i, "name")));
    }
    return names;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Map<String, Object> asObjects(Map<String, @Nullable Object> map) {
    return (Map) map;
  }
}
