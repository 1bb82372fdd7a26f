package dev.assay.graphql.limit;

import dev.assay.error.AppException;

/**
 * Reads over a document's text and counts, before anything is parsed: a parser takes more than ten
 * times as long and makes objects of everything. This makes none. What is not GraphQL at all
 * passes; the parser refuses it.
 */
public final class DocumentScan {
  private static final String BLOCK = "\"\"\"";

  private final String text;
  private final DocumentLimits limits;
  private int at;
  private int tokens;
  private int aliases;
  private int directives;
  private int braces;
  private int parentheses;

  private DocumentScan(String text, DocumentLimits limits) {
    this.text = text;
    this.limits = limits;
  }

  /**
   * Throws {@code QUERY_TOO_COMPLEX} for a text that is over any of the limits, {@code
   * BAD_USER_INPUT} for one whose last string has no end.
   */
  public static void check(String text, DocumentLimits limits) {
    if (text.length() > limits.characters()) {
      throw DocumentLimits.exceeded("characters", limits.characters());
    }
    new DocumentScan(text, limits).run();
  }

  private void run() {
    while (at < text.length()) {
      char character = text.charAt(at);
      if (character == '#') {
        skipComment();
      } else if (character == '"') {
        skipString();
        count();
      } else if (isWord(character)) {
        skipWord();
        count();
      } else {
        at++;
        punctuator(character);
      }
    }
  }

  private void punctuator(char character) {
    switch (character) {
      case '{' -> {
        count();
        within(++braces, limits.depth(), "levels");
      }
      case '}' -> {
        count();
        braces--;
      }
      case '(' -> {
        count();
        parentheses++;
      }
      case ')' -> {
        count();
        parentheses--;
      }
      case ':' -> {
        count();
        if (parentheses == 0) {
          within(++aliases, limits.aliases(), "aliases");
        }
      }
      case '@' -> {
        count();
        within(++directives, limits.directives(), "directives");
      }
      case '!', '$', '&', '=', '|', '[', ']' -> count();
      case '.' -> {
        if (text.startsWith("..", at)) {
          at += 2;
          count();
        }
      }
      default -> {}
    }
  }

  private void count() {
    within(++tokens, limits.tokens(), "tokens");
  }

  private static void within(int count, int limit, String what) {
    if (count > limit) {
      throw DocumentLimits.exceeded(what, limit);
    }
  }

  private static boolean isWord(char character) {
    return Character.isLetterOrDigit(character) || character == '_' || character == '-';
  }

  private void skipWord() {
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
  }

  private void skipComment() {
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
  }

  private void skipString() {
    if (text.startsWith(BLOCK, at)) {
      skipBlock();
      return;
    }
    at++;
    while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= text.length()) {
      throw endless();
    }
    at++;
  }

  private void skipBlock() {
    int end = text.indexOf(BLOCK, at + 3);
    while (end > 0 && text.charAt(end - 1) == '\\') {
      end = text.indexOf(BLOCK, end + 3);
    }
    if (end < 0) {
      throw endless();
    }
    at = end + 3;
  }

  /** The parser would look for the end again and again. */
  private static AppException endless() {
    return AppException.badInput("query", "A string in the document has no end.");
  }
}
