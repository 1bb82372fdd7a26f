package dev.assay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {
  private static final Simulator SIMULATOR = Simulator.start(0);
  private static final String FAST = "?gap=0&ttft=0&mood=steady";
  private final Client client = new Client(SIMULATOR);

  @AfterAll
  static void close() {
    SIMULATOR.close();
  }

  @Test
  void theSameSeedModelAndMessageGiveTheSameText() {
    String first = text("sage-70b" + FAST, "Explain tides", 7);
    assertThat(text("sage-70b" + FAST, "Explain tides", 7)).isEqualTo(first);
    assertThat(text("sage-70b" + FAST, "Explain tides", 8)).isNotEqualTo(first);
    assertThat(text("swift-8b" + FAST, "Explain tides", 7)).isNotEqualTo(first);
    assertThat(text("sage-70b" + FAST, "Explain glaciers", 7)).isNotEqualTo(first);
  }

  @Test
  void withoutASeedTheTextVaries() {
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < 8; i++) {
      texts.add(text("muse-reasoner" + FAST, "Explain tides", null));
    }
    assertThat(texts).hasSizeGreaterThan(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"swift-8b", "sage-70b", "muse-reasoner", "moody-3b"})
  void theAnswerIsInTheLanguageOfTheMessageAndSpeaksOfIt(String model) {
    String english = text(model + FAST, "What is photosynthesis?", 1);
    assertThat(Language.of(english)).isEqualTo(Language.EN);
    assertThat(english).contains("photosynthesis");
    String korean = text(model + FAST, "광합성은 무엇인가요?", 1);
    assertThat(Language.of(korean)).isEqualTo(Language.KO);
    assertThat(korean).contains("광합성");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void itSaysOnceThatItIsSimulated(Language language) {
    for (int seed = 0; seed < 50; seed++) {
      String text = joined(prose(language, "설명 glaciers", seed).answer(3));
      assertThat(text.split("\\*\\(", -1)).as(text).hasSize(2);
      assertThat(text).containsPattern("\\*\\(.*([Ss]imulat|시뮬레이|흉내).*\\)\\*$");
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void noPlaceholderIsLeftInAnyText(Language language) {
    for (String message : List.of("", "?!", "hello", "write code to compare how", "코드 비교 방법")) {
      for (int seed = 0; seed < 30; seed++) {
        Prose prose = prose(language, message, seed);
        assertThat(joined(prose.answer(9)) + joined(prose.reasoningOf(200)))
            .doesNotContain("{a}", "{b}", "#:");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Hello!,GREETING",
    "안녕하세요,GREETING",
    "Fix this Python function,CODE",
    "정렬 함수를 알려줘,CODE",
    "Coffee or tea?,COMPARE",
    "둘의 차이가 뭐야,COMPARE",
    "How do I bake bread,HOWTO",
    "빵을 어떻게 굽나요,HOWTO",
    "A haiku please,WRITE",
    "짧은 이야기 하나,WRITE",
    "Tell me of whales,EXPLAIN"
  })
  void theKindOfQuestionPicksTheTemplate(String message, Topic.Kind kind) {
    assertThat(Topic.Kind.of(message)).isEqualTo(kind);
  }

  @ParameterizedTest
  @EnumSource(Topic.Kind.class)
  void everyKindHasTextInBothLanguages(Topic.Kind kind) {
    for (Language language : Language.values()) {
      List<String> blocks = Phrases.of(language, kind.section());
      assertThat(blocks)
          .hasSizeGreaterThanOrEqualTo(3)
          .allMatch(block -> Language.of(block) == language);
    }
  }

  @Test
  void theTellingWordsAreFoundWithoutParticles() {
    assertThat(Topic.of("쿠버네티스와 도커의 차이가 무엇인가요?", Language.KO).words())
        .containsExactly("쿠버네티스", "도커");
    assertThat(Topic.of("What is the difference between TCP and UDP?", Language.EN).words())
        .containsExactly("TCP", "UDP");
    assertThat(Topic.of("???", Language.EN).first()).isEqualTo("your question");
  }

  @Test
  void aWantedLengthIsMetExactly() {
    for (int tokens : new int[] {0, 1, 17, 3000}) {
      assertThat(prose(Language.EN, "tides", 1).answerOf(tokens)).hasSize(tokens);
      assertThat(prose(Language.KO, "조류", 1).reasoningOf(tokens)).hasSize(tokens);
    }
  }

  @Test
  void reasoningIsReadable() {
    String thoughts = joined(prose(Language.EN, "tides", 3).reasoningOf(100));
    assertThat(thoughts).contains(". ").endsWith(" …");
  }

  private String text(String model, String message, @Nullable Integer seed) {
    String[] more = seed == null ? new String[0] : new String[] {"\"seed\":" + seed};
    Client.Answer answer = client.post("/v1/chat/completions", Client.body(model, message, more));
    return String.valueOf(answer.choice().object("message").text("content"));
  }

  private static Prose prose(Language language, String message, long seed) {
    return new Prose(language, "sim", message, new SplittableRandom(seed));
  }

  private static String joined(List<String> tokens) {
    return String.join("", tokens);
  }
}
