package dev.assay.provider;

import org.jspecify.annotations.Nullable;

/**
 * Makes a stream of pieces storable: PostgreSQL takes neither NUL characters nor half surrogate
 * pairs, and servers cut pairs between pieces. A half is kept back until the other arrives; what
 * cannot be mended becomes U+FFFD.
 */
public final class TextCleaner {
  private static final char REPLACEMENT = '\uFFFD';
  private char high = 0;

  /** The piece to hand on; empty where all of it is kept back. */
  public String clean(String piece) {
    if (high == 0 && isPlain(piece)) {
      return piece;
    }
    StringBuilder clean = new StringBuilder(piece.length() + 1);
    for (int i = 0; i < piece.length(); i++) {
      add(clean, piece.charAt(i));
    }
    return clean.toString();
  }

  /** A text that stands alone, such as a message; null stays null. */
  public static @Nullable String cleanWhole(@Nullable String text) {
    if (text == null) {
      return null;
    }
    TextCleaner cleaner = new TextCleaner();
    String clean = cleaner.clean(text);
    return cleaner.high == 0 ? clean : clean + REPLACEMENT;
  }

  private void add(StringBuilder clean, char c) {
    if (high != 0) {
      boolean pair = Character.isLowSurrogate(c);
      clean.append(pair ? high : REPLACEMENT);
      high = 0;
      if (pair) {
        clean.append(c);
        return;
      }
    }
    if (Character.isHighSurrogate(c)) {
      high = c;
    } else {
      clean.append(c == 0 || Character.isLowSurrogate(c) ? REPLACEMENT : c);
    }
  }

  private static boolean isPlain(String piece) {
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }
}
