package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.graphql.Outcome;
import dev.assay.graphql.client.Node;
import dev.assay.testing.TestServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Four lanes as the npm client {@code graphql-ws} receives them. */
class RunReferenceClientTest {
  private static final int[] TOKENS = {100, 200, 300, 400};

  @Test
  void everyTokenOfFourLanesArrivesOnceAndInOrder() throws Exception {
    try (TestServer server = TestServer.start(Map.of())) {
      String run =
          server
              .client()
              .startRun(
                  "Hello",
                  IntStream.of(TOKENS)
                      .mapToObj(tokens -> "sim?text=numbers&ttft=1s&gap=2ms&tokens=" + tokens)
                      .map(server::model)
                      .toArray(String[]::new));
      List<Outcome> lines = follow(server, run);
      assertThat(sequences(lines)).isEqualTo(expectedSequences(lines));
      assertThat(texts(lines).values())
          .containsExactlyInAnyOrderElementsOf(
              IntStream.of(TOKENS).mapToObj(RunReferenceClientTest::numbers).toList());
      assertThat(lines).extracting(line -> line.at("event")).contains("complete");
    }
  }

  private static List<Outcome> follow(TestServer server, String run) throws Exception {
    String document =
        """
        subscription { runEvents(runId: "%s") {
          __typename sequence
          ... on RunSnapshot { run { results { id text } } }
          ... on TextAppended { resultId text } } }
        """
            .formatted(run);
    try (Node node = new Node("socket.mjs", server.client().socket().toString(), document)) {
      return node.end();
    }
  }

  private static List<Integer> sequences(List<Outcome> lines) {
    List<Integer> sequences = new ArrayList<>();
    for (Outcome line : lines) {
      if (event(line, "sequence") instanceof Integer sequence) {
        sequences.add(sequence);
      }
    }
    return sequences;
  }

  private static List<Integer> expectedSequences(List<Outcome> lines) {
    List<Integer> sequences = sequences(lines);
    return IntStream.rangeClosed(sequences.getFirst(), sequences.getLast()).boxed().toList();
  }

  private static Map<String, String> texts(List<Outcome> lines) {
    Map<String, String> texts = new HashMap<>();
    for (Outcome line : lines) {
      if (event(line, "run") instanceof Map<?, ?>) {
        for (int i = 0; i < TOKENS.length; i++) {
          texts.put(snapshot(line, i, "id"), snapshot(line, i, "text"));
        }
      }
      if ("TextAppended".equals(event(line, "__typename"))) {
        texts.merge(text(line, "resultId"), text(line, "text"), String::concat);
      }
    }
    return texts;
  }

  private static String snapshot(Outcome line, int result, String field) {
    return (String)
        Objects.requireNonNull(
            line.at("result", "data", "runEvents", "run", "results", result, field));
  }

  private static String text(Outcome line, String field) {
    return (String) Objects.requireNonNull(event(line, field));
  }

  private static @Nullable Object event(Outcome line, String field) {
    return line.at("result", "data", "runEvents", field);
  }

  private static String numbers(int count) {
    return IntStream.range(0, count).mapToObj(i -> i + " ").collect(Collectors.joining());
  }
}
