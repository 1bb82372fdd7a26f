package dev.assay.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the bench asks: what a page of the library asks, for the largest owner and for others. */
final class PromptBenchQuestions {
  private static final String ROW =
      " { nodes { id name description tags isStarred useCount lastUsedAt updatedAt"
          + " currentVersion { number message } labels { name } }"
          + " pageInfo { hasNextPage endCursor } } }";
  private static final String LIST =
      "query($filter: PromptFilter, $orderBy: PromptOrder) {"
          + " prompts(first: 20, filter: $filter, orderBy: $orderBy)"
          + ROW;
  private static final String COUNTED = LIST.replace("pageInfo {", "totalCount pageInfo {");
  private static final String OPEN =
      "query($id: ID!) { prompt(id: $id) { name description tags isStarred currentVersion { number"
          + " content exampleTurns { user assistant } variables { name type } tools parameters {"
          + " temperature } author { name } } versions(first: 50) { id number message createdAt"
          + " author { name } labels } labels { name version { number } } usage { runCount"
          + " medianLatencyMs failureRate } } }";
  private static final String LABEL =
      "query($name: String!) { promptVersion(name: $name, label: \"production\")"
          + " { number content variables { name } } }";

  private final PromptBenchText text = new PromptBenchText(20_261_121);
  private final int owners;
  private final Map<Integer, List<Map<String, String>>> samples = new HashMap<>();

  PromptBenchQuestions(int owners) {
    this.owners = owners;
  }

  /** One request. */
  record Question(String kind, int owner, String document, Map<String, Object> variables) {}

  /** One of each kind; which words, owners and prompts, the round says. */
  List<Question> of(PromptClient client, int round) {
    List<Question> all = new ArrayList<>();
    for (int owner : new int[] {0, 1 + round * 37 % (owners - 1)}) {
      all.addAll(of(owner, sample(client, owner, round), round));
    }
    return all;
  }

  /** The same about a prompt that is not there. */
  List<Question> ofNobody(int round) {
    return of(0, Map.of("id", "01900000-0000-7000-8000-00000000dead", "name", "none"), round);
  }

  private List<Question> of(int owner, Map<String, String> prompt, int round) {
    List<Question> all = new ArrayList<>();
    String whose = owner == 0 ? ", largest owner" : "";
    add(all, "list" + whose, owner, LIST, Map.of());
    add(all, "list counted" + whose, owner, COUNTED, Map.of());
    add(all, "list by last use" + whose, owner, LIST, Map.of("orderBy", "LAST_USED"));
    add(all, "list by use" + whose, owner, LIST, Map.of("orderBy", "MOST_USED"));
    add(all, "tag" + whose, owner, LIST, filter("tags", List.of("tag" + round % 39)));
    add(all, "star" + whose, owner, LIST, filter("isStarred", true));
    for (String word : words(round)) {
      add(all, kind(word) + whose, owner, LIST, filter("text", word));
      add(all, kind(word) + " counted" + whose, owner, COUNTED, filter("text", word));
    }
    add(all, "open" + whose, owner, OPEN, Map.of("id", of(prompt, "id")));
    add(all, "by label" + whose, owner, LABEL, Map.of("name", of(prompt, "name")));
    return all;
  }

  private static void add(
      List<Question> all, String kind, int owner, String document, Map<String, Object> variables) {
    all.add(new Question(kind, owner, document, variables));
  }

  private static String of(Map<String, String> prompt, String field) {
    return Objects.requireNonNull(prompt.get(field));
  }

  /** Two Korean syllables, a Korean word, an English word, common and rare by turns. */
  List<String> words(int round) {
    int rank = PromptBenchText.RANKS[round % PromptBenchText.RANKS.length] + round / 5;
    String korean = text.word(true, rank);
    return List.of(korean.substring(0, 2), text.word(false, rank), korean.charAt(0) + "");
  }

  private static String kind(String word) {
    boolean isKorean = word.charAt(0) >= '가';
    return !isKorean ? "search, ascii word" : "search, " + word.length() + " syllable(s)";
  }

  private static Map<String, Object> filter(String name, Object value) {
    return Map.of("filter", Map.of(name, value));
  }

  private Map<String, String> sample(PromptClient client, int owner, int round) {
    List<Map<String, String>> some = samples.computeIfAbsent(owner, _ -> sample(client, owner));
    return some.get(round % some.size());
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, String>> sample(PromptClient client, int owner) {
    client.become(PromptBenchRows.caller(owner));
    Object nodes =
        client
            .ask("{ prompts(first: 100, orderBy: MOST_USED) { nodes { id name } } }", Map.of())
            .at("data", "prompts", "nodes");
    return (List<Map<String, String>>) Objects.requireNonNull(nodes);
  }
}
