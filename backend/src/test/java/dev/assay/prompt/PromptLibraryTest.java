package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.database.Sql;
import dev.assay.graphql.Outcome;
import io.micronaut.context.BeanContext;
import io.micronaut.context.event.StartupEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finding prompts again: by text, tag, star, use and label. */
class PromptLibraryTest {
  private static final String HISTORY =
      "query($id: ID!, $first: Int, $after: String) { prompt(id: $id) { labelHistory(first: $first,"
          + " after: $after) { totalCount pageInfo { hasNextPage endCursor }"
          + " nodes { label fromVersion { number } toVersion { number } movedAt } } } }";

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

  @ParameterizedTest
  @CsvSource({
    "'요약', 1", "'회의록 요', 0", "'록', 1", "'약을', 1", "'보고서', 1", "'없는', 0", "'의요', 0",
    "'MEETING', 1", "'notes', 2", "'s', 3", "'äpfel', 1", "'ÄPFEL', 1", "'100%', 1", "'_', 0",
    "'notes\nmeeting', 0", "'  notes ', 2"
  })
  void aTextIsFoundInNameDescriptionAndNewestContent(String text, int count) {
    create("회의록", "요약을 씁니다", "meeting notes");
    create("Notes", "", "Write a 보고서 about Äpfel");
    String changed = create("third", "100% sure", "요약");
    client.update(changed, 1, Map.of("content", "changed"));

    assertThat(names(filter("text", text))).hasSize(count);
    assertThat(total(filter("text", text))).isEqualTo(count);
  }

  @Test
  void aTextIsFoundHoweverItsCharactersArePutTogether() {
    create("cafe\u0301", "\u1112\u1161\u11ab\u1100\u1173\u11af", "x");

    assertThat(names(filter("text", "CAFÉ"))).hasSize(1);
    assertThat(names(filter("text", "한글"))).hasSize(1);
  }

  @Test
  void whatFewHaveIsFoundBehindMany() {
    create("바늘 하나", "", "x");
    for (int i = 0; i < 170; i++) {
      create("hay " + i, "", "straw");
    }
    create("바늘 둘", "", "x");

    assertThat(names(filter("text", "바늘"))).containsExactly("바늘 둘", "바늘 하나");
    // Whoever filters wants few: counting stops there.
    assertThat(total(filter("text", "hay"))).isEqualTo(SearchRepository.MAX_COUNT);
    List<String> seen = new ArrayList<>();
    Map<String, Object> variables = new HashMap<>(filter("text", "hay 1"));
    variables.put("first", 7);
    while (true) {
      Outcome page = page(variables);
      seen.addAll(namesOf(page));
      if (!Boolean.TRUE.equals(page.at("data", "prompts", "pageInfo", "hasNextPage"))) {
        break;
      }
      variables.put("after", String.valueOf(page.at("data", "prompts", "pageInfo", "endCursor")));
    }
    assertThat(seen).hasSize(81).doesNotHaveDuplicates();
  }

  @Test
  void tagsAndStarsFilterTogether() {
    String both = create("both", "", "x", List.of("a", "b"));
    create("one", "", "x", List.of("a"));
    create("none", "", "x", List.of());
    client.call("starPrompt", both);

    assertThat(names(filter("tags", List.of("a")))).containsExactly("one", "both");
    assertThat(names(filter("tags", List.of("b", "a")))).containsExactly("both");
    assertThat(names(filter("isStarred", true))).containsExactly("both");
    assertThat(names(filter("isStarred", false))).containsExactly("none", "one");
    assertThat(
            names(Map.of("filter", Map.of("tags", List.of("a"), "isStarred", false, "text", "on"))))
        .containsExactly("one");
    assertThat(client.ask("{ promptTags { name promptCount } }", Map.of()).at("data", "promptTags"))
        .isEqualTo(
            List.of(Map.of("name", "a", "promptCount", 2), Map.of("name", "b", "promptCount", 1)));
  }

  @Test
  void aStarIsNoChange() {
    String id = client.create("a", "one");
    Object before = client.call("prompt", id).at("data", "prompt");

    Outcome starred = client.call("starPrompt", id);

    assertThat(starred.at("data", "starPrompt")).isEqualTo(before);
    assertThat(names(filter("isStarred", true))).containsExactly("a");
    client.call("starPrompt", id);
    client.call("unstarPrompt", id);
    assertThat(names(filter("isStarred", true))).isEmpty();
    assertThat(names(filter("isStarred", false))).containsExactly("a");
  }

  @Test
  void theListIsOrderedByUse() {
    List<PromptVersionId> versions = new ArrayList<>();
    for (String name : List.of("one", "two", "three", "four")) {
      String id = client.create(name, "x");
      Object version = client.call("prompt", id).at("data", "prompt", "currentVersion", "id");
      versions.add(new PromptVersionId(UUID.fromString(String.valueOf(version))));
    }
    PromptService service = client.bean(PromptService.class);
    service.used(List.of(versions.get(1), versions.get(0)));
    service.used(List.of(versions.get(0)));
    service.used(List.of(versions.get(2)));

    assertThat(pages("LAST_USED")).containsExactly("three", "one", "two", "four");
    assertThat(pages("MOST_USED")).containsExactly("one", "three", "two", "four");
    assertThat(pages("LAST_CHANGED")).containsExactly("four", "three", "two", "one");
  }

  @Test
  void aCopyHasTheNewestVersionOfItsOriginal() {
    String id = create("a", "about", "one", List.of("t"));
    client.update(id, 1, Map.of("content", "two {{x}}"));

    Outcome copy = client.call("duplicatePrompt", id);
    Outcome second = client.call("duplicatePrompt", id);

    assertThat(copy.at("data", "duplicatePrompt", "name")).isEqualTo("a (copy)");
    assertThat(second.at("data", "duplicatePrompt", "name")).isEqualTo("a (copy 2)");
    assertThat(copy.at("data", "duplicatePrompt", "description")).isEqualTo("about");
    assertThat(copy.at("data", "duplicatePrompt", "versions"))
        .isEqualTo(
            List.of(Map.of("number", 1, "content", "two {{x}}", "message", "Copy of version 2")));
    assertThat(names(filter("tags", List.of("t")))).hasSize(3);
    String longest = client.create("n".repeat(200), "x");
    assertThat(client.call("duplicatePrompt", longest).at("data", "duplicatePrompt", "name"))
        .isEqualTo("n".repeat(193) + " (copy)");
  }

  @Test
  void aLabelPointsAtAVersionAndItsMovesAreKept() {
    String id = client.create("served", "one");
    client.update(id, 1, Map.of("content", "two"));
    assertThat(served("production").code()).isEqualTo("NOT_FOUND");

    label(id, "production", 1);
    label(id, "운영", 2);
    assertThat(served("production").at("data", "promptVersion", "content")).isEqualTo("one");
    label(id, "production", 2);
    label(id, "production", 2);
    assertThat(served("production").at("data", "promptVersion", "content")).isEqualTo("two");
    assertThat(served("production").at("data", "promptVersion", "labels"))
        .isEqualTo(List.of("production", "운영"));
    unlabel(id, "production");
    unlabel(id, "production");
    assertThat(served("production").code()).isEqualTo("NOT_FOUND");
    assertThat(served("운영").code()).isNull();

    Outcome history = client.ask(HISTORY, Map.of("id", id, "first", 3));
    assertThat(history.at("data", "prompt", "labelHistory", "totalCount")).isEqualTo(4);
    assertThat(moves(history)).containsExactly("production 2>-", "production 1>2", "운영 ->2");
    Object after = history.at("data", "prompt", "labelHistory", "pageInfo", "endCursor");
    assertThat(moves(client.ask(HISTORY, Map.of("id", id, "after", String.valueOf(after)))))
        .containsExactly("production ->1");
  }

  @Test
  void aRemovedPromptServesNothing() {
    String id = client.create("served", "one");
    label(id, "production", 1);
    client.call("removePrompt", id);

    assertThat(served("production").code()).isEqualTo("NOT_FOUND");
    assertThat(setLabel(id, "production", 1).code()).isEqualTo("CONFLICT");
    client.call("restorePrompt", id);
    assertThat(served("production").code()).isNull();
  }

  @Test
  void aPromptHasTwentyLabelsAtMost() {
    String id = client.create("a", "one");
    for (int i = 0; i < 20; i++) {
      label(id, "label-" + i, 1);
    }

    assertThat(setLabel(id, "one-more", 1).field()).isEqualTo("label");
  }

  @RepeatedTest(5)
  void ofTwoMovesAtOnceOneFollowsTheOther() throws Exception {
    String id = client.create("a", "one");
    client.update(id, 1, Map.of("content", "two"));
    client.update(id, 2, Map.of("content", "three"));
    label(id, "production", 1);
    CyclicBarrier together = new CyclicBarrier(2);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Outcome>> moves =
          List.of(2, 3).stream()
              .map(number ->
                  threads.submit(() -> {
                    together.await();
                    return setLabel(id, "production", number);
                  }))
              .toList();
      for (Future<Outcome> move : moves) {
        assertThat(move.get().at("errors")).isNull();
      }
    }

    assertThat(moves(client.ask(HISTORY, Map.of("id", id))).subList(0, 2))
        .isIn(
            List.of("production 2>3", "production 1>2"),
            List.of("production 3>2", "production 1>3"));
  }

  @Test
  void nobodyFindsSomebodyElsesPrompts() {
    String id = create("secret plan", "비밀", "hidden", List.of("private"));
    label(id, "production", 1);
    client.becomeSomebodyElse();

    assertThat(names(filter("text", "비밀"))).isEmpty();
    assertThat(names(filter("text", "plan"))).isEmpty();
    assertThat(names(filter("tags", List.of("private")))).isEmpty();
    assertThat(total(filter("text", "plan"))).isEqualTo(0);
    assertThat(
            client
                .ask(
                    "{ promptVersion(name: \"secret plan\", label: \"production\") { content } }",
                    Map.of())
                .code())
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void whatWasStoredBeforeThereWasASearchIsFoundAfterTheStart() {
    create("찾을 것", "", "x");
    for (int i = 0; i < 160; i++) {
      create("later " + i, "", "x");
    }
    client.bean(Sql.class).update("update prompt_search set terms = '{}', text = ''", _ -> {});
    assertThat(names(filter("text", "찾을"))).isEmpty();

    client.bean(SearchCatchUp.class).catchUp(new StartupEvent(client.bean(BeanContext.class)));

    assertThat(names(filter("text", "찾을"))).containsExactly("찾을 것");
  }

  private static String create(String name, String description, String content) {
    return create(name, description, content, List.of());
  }

  private static String create(String name, String description, String content, List<String> tags) {
    Outcome created =
        client.create(
            Map.of("name", name, "description", description, "content", content, "tags", tags));
    assertThat(created.at("errors")).isNull();
    return String.valueOf(created.at("data", "createPrompt", "id"));
  }

  private static void label(String id, String label, int number) {
    assertThat(setLabel(id, label, number).at("errors")).isNull();
  }

  private static Outcome setLabel(String id, String label, int number) {
    return client.ask(
        "mutation($id: ID!, $label: String!, $number: Int!) { setPromptLabel(promptId: $id, label:"
            + " $label, versionNumber: $number) { id } }",
        Map.of("id", id, "label", label, "number", number));
  }

  private static void unlabel(String id, String label) {
    Outcome outcome =
        client.ask(
            "mutation($id: ID!, $label: String!) { removePromptLabel(promptId: $id, label: $label)"
                + " { id } }",
            Map.of("id", id, "label", label));
    assertThat(outcome.at("errors")).isNull();
  }

  private static Outcome served(String label) {
    return client.ask(
        "query($label: String!) { promptVersion(name: \"served\", label: $label) { content labels }"
            + " }",
        Map.of("label", label));
  }

  private static List<String> moves(Outcome history) {
    List<String> moves = new ArrayList<>();
    for (int i = 0; history.at("data", "prompt", "labelHistory", "nodes", i) != null; i++) {
      moves.add(
          "%s %s>%s"
              .formatted(
                  history.at("data", "prompt", "labelHistory", "nodes", i, "label"),
                  number(history, i, "fromVersion"),
                  number(history, i, "toVersion")));
    }
    return moves;
  }

  private static Object number(Outcome history, int move, String field) {
    Object number = history.at("data", "prompt", "labelHistory", "nodes", move, field, "number");
    return number == null ? "-" : number;
  }

  private static Map<String, Object> filter(String name, Object value) {
    return Map.of("filter", Map.of(name, value));
  }

  private static Outcome page(Map<String, Object> variables) {
    Outcome page =
        client.ask(
            "query($first: Int = 100, $after: String, $filter: PromptFilter, $order: PromptOrder)"
                + " { prompts(first: $first, after: $after, filter: $filter, orderBy: $order)"
                + " { totalCount nodes { name } pageInfo { hasNextPage endCursor } } }",
            variables);
    assertThat(page.at("errors")).isNull();
    return page;
  }

  private static List<String> pages(String order) {
    List<String> names = new ArrayList<>();
    Map<String, Object> variables = new HashMap<>(Map.of("order", order, "first", 1));
    while (true) {
      Outcome page = page(variables);
      if (namesOf(page).isEmpty()) {
        return names;
      }
      names.addAll(namesOf(page));
      variables.put("after", String.valueOf(page.at("data", "prompts", "pageInfo", "endCursor")));
    }
  }

  private static Object total(Map<String, Object> variables) {
    return Objects.requireNonNull(page(variables).at("data", "prompts", "totalCount"));
  }

  private static List<String> names(Map<String, Object> variables) {
    return namesOf(page(variables));
  }

  private static List<String> namesOf(Outcome page) {
    List<String> names = new ArrayList<>();
    for (int i = 0; page.at("data", "prompts", "nodes", i) != null; i++) {
      names.add(String.valueOf(page.at("data", "prompts", "nodes", i, "name")));
    }
    return names;
  }
}
