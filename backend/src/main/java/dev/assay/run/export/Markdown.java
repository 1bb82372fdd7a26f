package dev.assay.run.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody's text as a part of a Markdown document that it cannot change. */
final class Markdown {
  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>#|~&!]");
  private static final Pattern TICKS = Pattern.compile("`+");
  private static final int LEAST_TICKS = 3;

  private Markdown() {}

  /** In a line, a heading or a table's cell. */
  static String line(String text) {
    String single = LINE_END.matcher(text).replaceAll(" ").strip();
    return SPECIAL.matcher(single).replaceAll("\\\\$0");
  }

  /** As a code block. Its fence is longer than any that stands in the text. */
  static String code(String text) {
    int longest = LEAST_TICKS - 1;
    Matcher ticks = TICKS.matcher(text);
    while (ticks.find()) {
      longest = Math.max(longest, ticks.group().length());
    }
    String fence = "`".repeat(longest + 1);
    return fence + "text\n" + LINE_END.matcher(text).replaceAll("\n") + "\n" + fence + "\n";
  }

  /** As a quote, in which the text's own Markdown holds. */
  static String quote(String text) {
    return "> " + LINE_END.matcher(text.stripTrailing()).replaceAll("\n> ") + "\n";
  }
}
