package dev.assay.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that ends before a stop text.
 *
 * @param tokens what comes before it; its last token may be cut
 * @param met the stop text
 */
record Stop(Tokens tokens, String met) {

  /**
   * Cuts the answer, not the reasoning, before the stop text that comes first; null if none does.
   */
  static @Nullable Stop find(Tokens tokens, int reasoning, List<String> stops) {
    StringBuilder answer = new StringBuilder();
    for (int i = reasoning; i < tokens.size(); i++) {
      answer.append(tokens.at(i, 0));
    }
    int first = -1;
    String met = "";
    for (String stop : stops) {
      int at = answer.indexOf(stop);
      if (at >= 0 && (first < 0 || at < first)) {
        first = at;
        met = stop;
      }
    }
    return first < 0 ? null : new Stop(before(tokens, reasoning, first), met);
  }

  private static Tokens before(Tokens tokens, int reasoning, int characters) {
    List<String> kept = new ArrayList<>();
    int left = characters;
    for (int i = 0; i < reasoning || left > 0; i++) {
      String token = tokens.at(i, 0);
      kept.add(i < reasoning || token.length() <= left ? token : token.substring(0, left));
      left -= i < reasoning ? 0 : token.length();
    }
    return new Tokens.Listed(kept);
  }
}
