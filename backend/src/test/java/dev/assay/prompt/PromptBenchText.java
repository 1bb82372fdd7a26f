package dev.assay.prompt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Texts for the bench, the same for the same seed: words by Zipf's law, so that some stand in most
 * texts and some in a few.
 */
final class PromptBenchText {
  /** The commonest word of all, and some that grow rarer: where they stand in the vocabulary. */
  static final int[] RANKS = {0, 5, 50, 500, 3_000};

  private static final int WORDS = 6_000;
  private static final int SYLLABLES = 400;
  private static final String LETTERS = "etaoinshrdlucmfwypvbgkqjxz";

  private final Random random;
  private final List<String> korean;
  private final List<String> english;

  PromptBenchText(long seed) {
    random = new Random(seed);
    korean = vocabulary(2, 4, this::syllable);
    english = vocabulary(3, 9, () -> LETTERS.charAt(skewed(LETTERS.length())));
  }

  private interface Letters {
    char next();
  }

  private List<String> vocabulary(int least, int most, Letters letters) {
    Set<String> words = new LinkedHashSet<>();
    while (words.size() < WORDS) {
      int length = least + random.nextInt(most - least + 1);
      StringBuilder word = new StringBuilder();
      for (int i = 0; i < length; i++) {
        word.append(letters.next());
      }
      words.add(word.toString());
    }
    return new ArrayList<>(words);
  }

  private char syllable() {
    return (char) ('가' + skewed(SYLLABLES) * 27);
  }

  /** A number below a bound, small ones far more often. */
  private int skewed(int bound) {
    return (int) (Math.pow(bound + 1.0, random.nextDouble()) - 1);
  }

  /** A word of a language by its place in the vocabulary, the commonest first. */
  String word(boolean isKorean, int rank) {
    return (isKorean ? korean : english).get(rank);
  }

  String words(boolean isKorean, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(word(isKorean, skewed(WORDS)));
    }
    return text.toString();
  }

  /** A content of some hundred bytes mostly, and of up to 10,240 in one of fifty. */
  String content(boolean isKorean) {
    int words = random.nextInt(50) == 0 ? 1_000 : 40 + random.nextInt(160);
    String text = words(isKorean, words) + " {{topic}}";
    while (text.getBytes(StandardCharsets.UTF_8).length > PromptBody.MAX_CONTENT_BYTES) {
      text = text.substring(text.length() / 10);
    }
    return text;
  }

  /** The same with another word in the place of one. */
  String edited(String content, boolean isKorean) {
    int space = content.indexOf(' ', random.nextInt(content.length() - 12));
    return space < 0 || content.length() > 3_000
        ? content + "."
        : content.substring(0, space) + " " + words(isKorean, 1) + content.substring(space);
  }
}
