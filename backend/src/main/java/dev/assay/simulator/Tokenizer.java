package dev.assay.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into pieces of about a word piece: a word of up to seven letters with the space before
 * it, four letters of a longer word, two syllables of Korean, a line break. The pieces joined are
 * the text.
 */
final class Tokenizer {
  private static final int SHORT_WORD = 7;
  private static final int PIECE = 4;
  private static final int SYLLABLES = 2;

  private Tokenizer() {}

  static List<String> split(String text) {
    List<String> tokens = new ArrayList<>(text.length() / PIECE + 1);
    int at = 0;
    while (at < text.length()) {
      int wordStart = skipSpaces(text, at);
      int end = wordEnd(text, wordStart);
      at = cut(text, at, wordStart, end, tokens);
    }
    return tokens;
  }

  static int count(String text) {
    return split(text).size();
  }

  /** Adds the pieces of the word with the spaces before it; returns where the next begins. */
  private static int cut(String text, int from, int wordStart, int end, List<String> tokens) {
    int piece = pieceLength(text, wordStart, end);
    int pieceStart = from;
    int at = wordStart;
    do {
      int next = Math.min(end, at + piece);
      if (next < end && Character.isLowSurrogate(text.charAt(next))) {
        next++;
      }
      tokens.add(text.substring(pieceStart, next));
      pieceStart = next;
      at = next;
    } while (at < end);
    return end;
  }

  private static int pieceLength(String text, int wordStart, int end) {
    if (wordStart < end && text.charAt(wordStart) >= 0x1100) {
      return SYLLABLES;
    }
    return end - wordStart <= SHORT_WORD ? SHORT_WORD : PIECE;
  }

  private static int skipSpaces(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    return end;
  }

  /** A word ends before a space and after a line break. */
  private static int wordEnd(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) != ' ') {
      if (text.charAt(end) == '\n') {
        return end == at ? end + 1 : end;
      }
      end++;
    }
    return end;
  }
}
