package dev.assay.simulator;

import static dev.assay.simulator.Client.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ChatTest {
  private static final Simulator SIMULATOR = Simulator.start(0);
  private static final String FAST = "&gap=0&ttft=0";
  private final Client client = new Client(SIMULATOR);

  @AfterAll
  static void close() {
    SIMULATOR.close();
  }

  @Test
  void aStreamIsRoleTokensFinishAndDone() {
    Client.Answer answer = client.stream("sim?text=numbers&tokens=100" + FAST);
    assertThat(answer.header("content-type")).hasValue("text/event-stream; charset=utf-8");
    assertThat(answer.chunks().getFirst().objects("choices").getFirst().object("delta").map())
        .containsEntry("role", "assistant");
    assertThat(answer.joined("content")).isEqualTo(numbers(100));
    assertThat(answer.events()).hasSize(1 + 100 + 1 + 1);
    assertThat(answer.finishReasons()).containsExactly("stop");
    assertThat(answer.events().getLast()).isEqualTo("[DONE]");
  }

  @Test
  void everyChunkCarriesIdModelAndObject() {
    Client.Answer answer = client.stream("sim?tokens=5" + FAST);
    assertThat(answer.chunks())
        .allSatisfy(chunk ->
            assertThat(chunk.map())
                .containsEntry("object", "chat.completion.chunk")
                .containsEntry("model", "sim?tokens=5" + FAST)
                .containsKeys("id", "created"));
    assertThat(answer.chunks())
        .extracting(chunk -> chunk.text("id"))
        .containsOnly(answer.chunks().getFirst().text("id"));
  }

  @Test
  void usageComesLastWithAnEmptyListOfChoicesAndOnlyIfAskedFor() {
    String model = "sim?text=numbers&tokens=7&reasoning=3" + FAST;
    assertThat(client.stream(model).text()).doesNotContain("usage");
    Client.Answer answer = client.stream(model, "\"stream_options\":{\"include_usage\":true}");
    Fields last = answer.chunks().getLast();
    assertThat(last.objects("choices")).isEmpty();
    assertThat(last.object("usage").map())
        .containsEntry("completion_tokens", 10)
        .containsEntry("prompt_tokens", 4 + 4)
        .containsEntry("total_tokens", 18);
    assertThat(last.object("usage").object("completion_tokens_details").map())
        .containsEntry("reasoning_tokens", 3);
    assertThat(answer.chunks().reversed().subList(1, 5))
        .allSatisfy(chunk -> assertThat(chunk.map()).doesNotContainKey("usage"));
  }

  @Test
  void continuousUsageCountsEveryToken() {
    Client.Answer answer =
        client.stream(
            "sim?text=numbers&tokens=5" + FAST,
            "\"stream_options\":{\"include_usage\":true,\"continuous_usage_stats\":true}");
    assertThat(answer.chunks())
        .extracting(chunk -> chunk.object("usage").whole("completion_tokens", 0, 99))
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 5L, 5L);
  }

  @Test
  void reasoningComesFirstUnderItsOwnName() {
    Client.Answer answer = client.stream("sim?text=numbers&tokens=3&reasoning=2" + FAST);
    assertThat(answer.joined("reasoning_content")).isEqualTo("r0 r1 ");
    assertThat(answer.joined("content")).isEqualTo("0 1 2 ");
    assertThat(answer.text().lastIndexOf("reasoning_content"))
        .isLessThan(answer.text().indexOf("\"0 \""));
  }

  @Test
  void maxTokensCutsTheAnswerAndSaysSo() {
    String model = "sim?text=numbers&tokens=50" + FAST;
    for (String limit :
        List.of("\"max_tokens\":9", "\"max_tokens\":30,\"max_completion_tokens\":9")) {
      Client.Answer answer = client.stream(model, limit);
      assertThat(answer.joined("content")).isEqualTo(numbers(9));
      assertThat(answer.finishReasons()).containsExactly("length");
    }
    assertThat(client.stream(model, "\"max_tokens\":50").finishReasons()).containsExactly("stop");
  }

  @Test
  void theAnswerEndsBeforeTheFirstStopText() {
    String model = "sim?text=numbers&tokens=50" + FAST;
    Client.Answer one = client.stream(model, "\"stop\":\"12\"");
    assertThat(one.joined("content")).isEqualTo(numbers(12));
    Client.Answer several = client.stream(model, "\"stop\":[\"30\",\"1 1\",\"nowhere\"]");
    assertThat(several.joined("content")).isEqualTo("0 1 2 3 4 5 6 7 8 9 10 1");
    assertThat(several.finishReasons()).containsExactly("stop");
    assertThat(several.text()).contains("\"stop_reason\":\"1 1\"");
  }

  @Test
  void anUnstreamedAnswerIsTheSameInOnePiece() {
    Client.Answer answer = client.ask("sim?text=numbers&tokens=20&reasoning=2" + FAST);
    assertThat(answer.header("content-type")).hasValue("application/json");
    assertThat(answer.choice().object("message").map())
        .containsEntry("role", "assistant")
        .containsEntry("content", numbers(20))
        .containsEntry("reasoning_content", "r0 r1 ");
    assertThat(answer.choice().text("finish_reason")).isEqualTo("stop");
    assertThat(new Fields(answer.json()).object("usage").map())
        .containsEntry("completion_tokens", 22);
  }

  @Test
  void stampsCarryExchangeIndexAndTime() {
    long before = System.nanoTime();
    String[] stamps =
        client.stream("sim?text=stamps&tokens=20" + FAST).joined("content").split(" ");
    long id = SIMULATOR.log().exchanges().getLast().id();
    assertThat(stamps).hasSize(20);
    long last = before;
    for (int i = 0; i < stamps.length; i++) {
      String[] parts = stamps[i].split(":");
      assertThat(parts[0]).isEqualTo(String.valueOf(id));
      assertThat(parts[1]).isEqualTo(String.valueOf(i));
      assertThat(Long.parseLong(parts[2])).isBetween(last, System.nanoTime());
      last = Long.parseLong(parts[2]);
    }
  }

  @Test
  void aMessageMayBeAListOfParts() {
    String parts = "[{\"type\":\"text\",\"text\":\"차를 설명해줘\"},{\"type\":\"image_url\"}]";
    String body = body("sim" + "?ttft=0&gap=0", "@").replace("\"@\"", parts);
    Client.Answer answer = client.post("/v1/chat/completions", body);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(Language.of(answer.text())).isEqualTo(Language.KO);
  }

  @Test
  void whatArrivesIsWhatTheLogSaysWasSent() {
    Client.Answer answer = client.stream("sim?tokens=2000&text=en&reasoning=50" + FAST);
    Exchange sent = SIMULATOR.log().exchanges().getLast();
    assertThat(answer.joined("content")).isEqualTo(sent.text()).contains("\n");
    assertThat(answer.joined("reasoning_content")).isEqualTo(sent.reasoning()).isNotEmpty();
    assertThat(sent.tokensSent()).isEqualTo(2050);
    assertThat(sent.tokenNanos()).hasSize(2050).isSorted();
  }

  static String numbers(int count) {
    return IntStream.range(0, count).mapToObj(i -> i + " ").collect(Collectors.joining());
  }
}
