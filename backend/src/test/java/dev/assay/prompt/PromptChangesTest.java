package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.graphql.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

class PromptChangesTest {
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
  void aNewPromptHasItsFirstVersion() {
    Outcome created =
        client.create(
            Map.of(
                "name", " Übersetzer 번역 ",
                "content", "Translate. 옮기세요. 🌍\n",
                "description", "for letters",
                "message", "first try"));

    assertThat(created.at("data", "createPrompt", "name")).isEqualTo("Übersetzer 번역");
    assertThat(created.at("data", "createPrompt", "description")).isEqualTo("for letters");
    assertThat(created.at("data", "createPrompt", "removedAt")).isNull();
    assertVersions(created, "createPrompt", List.of("Translate. 옮기세요. 🌍\n"));
    assertThat(created.at("data", "createPrompt", "currentVersion", "message"))
        .isEqualTo("first try");
    UUID id = UUID.fromString(String.valueOf(created.at("data", "createPrompt", "id")));
    assertThat(id.version()).isEqualTo(7);
  }

  @Test
  void whatNobodySaidIsEmpty() {
    Outcome created = client.create(Map.of("name", "a", "content", "b"));

    assertThat(created.at("data", "createPrompt", "description")).isEqualTo("");
    assertThat(created.at("data", "createPrompt", "currentVersion", "message")).isEqualTo("");
  }

  @Test
  void aChangedContentMakesTheNextVersion() {
    String id = client.create("a", "one");

    Outcome updated = client.update(id, 1, Map.of("content", "two", "message", "better"));

    assertVersions(updated, "updatePrompt", List.of("two", "one"));
    assertThat(updated.at("data", "updatePrompt", "versions", 0, "message")).isEqualTo("better");
    assertThat(updated.at("data", "updatePrompt", "versions", 1, "message")).isEqualTo("");
    assertThat(updated.at("data", "updatePrompt", "name")).isEqualTo("a");
  }

  @Test
  void anEqualContentMakesNone() {
    String id = client.create("a", "one");

    Outcome updated = client.update(id, 1, Map.of("content", "one", "name", "b"));

    assertVersions(updated, "updatePrompt", List.of("one"));
    assertThat(updated.at("data", "updatePrompt", "name")).isEqualTo("b");
  }

  @Test
  void whatIsAbsentKeepsItsValueAndNullEmptiesADescription() {
    Outcome created = client.create(Map.of("name", "a", "content", "b", "description", "c"));
    String id = String.valueOf(created.at("data", "createPrompt", "id"));

    Outcome nothing = client.update(id, 1, Map.of());
    assertThat(nothing.at("data", "updatePrompt")).isEqualTo(created.at("data", "createPrompt"));

    Map<String, Object> emptied = new HashMap<>();
    emptied.put("description", null);
    assertThat(client.update(id, 1, emptied).at("data", "updatePrompt", "description"))
        .isEqualTo("");
  }

  @Test
  void aChangeOfAnOldVersionIsAConflict() {
    String id = client.create("a", "one");
    client.update(id, 1, Map.of("content", "two"));

    for (int base : new int[] {1, 3, 0, -1}) {
      Outcome late = client.update(id, base, Map.of("content", "late", "name", "late"));
      assertThat(late.code()).isEqualTo("CONFLICT");
    }
    assertVersions(client.call("prompt", id), "prompt", List.of("two", "one"));
    assertThat(client.call("prompt", id).at("data", "prompt", "name")).isEqualTo("a");
  }

  @RepeatedTest(5)
  void ofTwoChangesAtOnceOneIsAConflict() throws Exception {
    String id = client.create("a", "one");
    CyclicBarrier together = new CyclicBarrier(2);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Outcome>> updates =
          List.of("left", "right").stream()
              .map(content ->
                  threads.submit(() -> {
                    together.await();
                    return client.update(id, 1, Map.of("content", content));
                  }))
              .toList();

      assertThat(updates)
          .extracting(update -> String.valueOf(update.get().code()))
          .containsExactlyInAnyOrder("null", "CONFLICT");
    }
    assertThat(client.call("prompt", id).at("data", "prompt", "currentVersion", "number"))
        .isEqualTo(2);
  }

  @Test
  void aNameIsTakenOnceByAnOwner() {
    client.create("taken", "one");
    String other = client.create("other", "one");

    assertThat(client.create(Map.of("name", "taken", "content", "b")).code()).isEqualTo("CONFLICT");
    Outcome renamed = client.update(other, 1, Map.of("name", "taken", "content", "two"));
    assertThat(renamed.code()).isEqualTo("CONFLICT");
    // So that a page can tell it from a change of an old version.
    assertThat(renamed.at("errors", 0, "extensions", "field")).isEqualTo("input.name");
    assertVersions(client.call("prompt", other), "prompt", List.of("one"));

    client.becomeSomebodyElse();
    client.create("taken", "theirs");
  }

  @Test
  void aRemovedPromptGivesItsNameFreeAndComesBackWhenItIsFreeAgain() {
    String removed = client.create("name", "one");
    assertThat(client.call("removePrompt", removed).at("data", "removePrompt", "removedAt"))
        .isNotNull();
    String successor = client.create("name", "two");

    assertThat(client.call("restorePrompt", removed).code()).isEqualTo("CONFLICT");
    client.update(successor, 1, Map.of("name", "another"));
    Outcome restored = client.call("restorePrompt", removed);

    assertThat(restored.at("data", "restorePrompt", "id")).isEqualTo(removed);
    assertThat(restored.at("data", "restorePrompt", "removedAt")).isNull();
    assertVersions(restored, "restorePrompt", List.of("one"));
  }

  @Test
  void removingAndRestoringTwiceChangesNothing() {
    String id = client.create("a", "one");
    Outcome removed = client.call("removePrompt", id);

    assertThat(client.call("removePrompt", id).at("data")).isEqualTo(removed.at("data"));
    Outcome restored = client.call("restorePrompt", id);
    assertThat(client.call("restorePrompt", id).at("data")).isEqualTo(restored.at("data"));
  }

  @Test
  void aRemovedPromptCanBeReadButNotChanged() {
    String id = client.create("a", "one");
    client.call("removePrompt", id);

    assertThat(client.call("prompt", id).at("data", "prompt", "removedAt")).isNotNull();
    assertThat(client.update(id, 1, Map.of("content", "two")).code()).isEqualTo("CONFLICT");
    assertThat(client.rollback(id, 1).code()).isEqualTo("CONFLICT");
  }

  @Test
  void aRollbackMakesANewVersionOfAnOldText() {
    String id = client.create("a", "one");
    client.update(id, 1, Map.of("content", "two"));

    Outcome back = client.rollback(id, 1);

    assertVersions(back, "rollbackPrompt", List.of("one", "two", "one"));
    assertThat(back.at("data", "rollbackPrompt", "currentVersion", "message"))
        .isEqualTo("Back to version 1");
    assertVersions(client.rollback(id, 3), "rollbackPrompt", List.of("one", "two", "one"));
    assertThat(client.rollback(id, 4).code()).isEqualTo("NOT_FOUND");
    assertThat(client.rollback(id, 0).code()).isEqualTo("NOT_FOUND");
  }

  /** The contents, newest first, which are also numbered in that order. */
  private static void assertVersions(Outcome outcome, String field, List<String> contents) {
    assertThat(outcome.at("errors")).isNull();
    assertThat(outcome.at("data", field, "currentVersion", "number")).isEqualTo(contents.size());
    assertThat(outcome.at("data", field, "currentVersion", "content"))
        .isEqualTo(contents.getFirst());
    for (int i = 0; i < contents.size(); i++) {
      assertThat(outcome.at("data", field, "versions", i, "content")).isEqualTo(contents.get(i));
      assertThat(outcome.at("data", field, "versions", i, "number")).isEqualTo(contents.size() - i);
    }
    assertThat(outcome.at("data", field, "versions", contents.size())).isNull();
  }
}
