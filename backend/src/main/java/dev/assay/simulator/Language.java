package dev.assay.simulator;

import java.util.Locale;

/** A language in which the simulator writes. */
enum Language {
  EN,
  KO;

  /** Korean if the text holds a Hangul syllable or letter, else English. */
  static Language of(String text) {
    boolean hangul =
        text.codePoints()
            .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HANGUL);
    return hangul ? KO : EN;
  }

  /** Stands for a message's first topic where it has none. */
  String thisTopic() {
    return this == KO ? "이 주제" : "your question";
  }

  /** Stands for a message's second topic where it has none. */
  String otherTopic() {
    return this == KO ? "나머지" : "the other side";
  }

  String file() {
    return "/simulator/" + name().toLowerCase(Locale.ROOT) + ".md";
  }
}
