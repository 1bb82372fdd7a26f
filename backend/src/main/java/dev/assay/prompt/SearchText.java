package dev.assay.prompt;

import dev.assay.access.Owner;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a prompt is found by. An index of PostgreSQL's own holds it as numbers, the <em>terms</em>:
 * one for every character of its text, for every two characters that stand side by side, for every
 * three that do and are of an alphabet, for every tag, and for a star. Two characters are what a
 * Korean word mostly has, and no extension of PostgreSQL finds so few; of an alphabet, two tell
 * little.
 *
 * <p>The owner is part of every term, so that a search reads what its caller has and nothing else,
 * however much others have. Two things may share a term by chance: whoever finds a prompt by its
 * terms must still compare. What is computed here is stored; a change here needs a migration that
 * empties all terms, which are then computed anew at the start.
 */
final class SearchText {
  /** Beyond it, more terms leave no fewer prompts. */
  private static final int MAX_TERMS_OF_A_FILTER = 16;

  /** Behind the alphabets: here begin the scripts of syllables and words. */
  private static final char END_OF_ALPHABETS = '\u1100';

  private SearchText() {}

  /** The same for texts that differ in case alone, or in how their characters are put together. */
  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /** What is searched of a prompt, folded. */
  static String of(Prompt prompt, PromptBody body) {
    return fold(prompt.name() + "\n" + prompt.description() + "\n" + body.content());
  }

  /** The terms of a prompt whose text was folded. */
  static Set<Integer> terms(Owner owner, String text, List<String> tags, boolean isStarred) {
    int salt = salt(owner);
    Set<Integer> terms = new LinkedHashSet<>();
    for (int i = 0; i < text.length(); i++) {
      terms.add(term(salt, (char) 0, text.charAt(i)));
      if (i > 0) {
        terms.add(term(salt, text.charAt(i - 1), text.charAt(i)));
      }
      if (isTriple(text, i)) {
        terms.add(triple(salt, text, i));
      }
    }
    addOthers(terms, salt, tags, isStarred);
    return terms;
  }

  /** Terms that all prompts have which the filter lets through; none where it cannot be told. */
  static Set<Integer> terms(Owner owner, PromptFilter filter) {
    int salt = salt(owner);
    String text = filter.text();
    Set<Integer> terms = new LinkedHashSet<>();
    if (text.length() == 1) {
      terms.add(term(salt, (char) 0, text.charAt(0)));
    }
    for (int i = 1; i < text.length() && terms.size() < MAX_TERMS_OF_A_FILTER; i++) {
      boolean isPart = isTriple(text, i) || isTriple(text, i + 1);
      if (!isPart) {
        terms.add(term(salt, text.charAt(i - 1), text.charAt(i)));
      } else if (isTriple(text, i)) {
        terms.add(triple(salt, text, i));
      }
    }
    addOthers(terms, salt, filter.tags(), Boolean.TRUE.equals(filter.isStarred()));
    return terms;
  }

  private static void addOthers(
      Set<Integer> terms, int salt, List<String> tags, boolean isStarred) {
    for (String tag : tags) {
      terms.add(mixed(salt ^ mixed(("tag " + tag).hashCode())));
    }
    if (isStarred) {
      terms.add(mixed(salt ^ mixed("star".hashCode())));
    }
  }

  private static int salt(Owner owner) {
    return owner.id().hashCode() ^ owner.type().name().hashCode();
  }

  private static int term(int salt, char first, char second) {
    return mixed(salt ^ (first << 16 | second));
  }

  /** Whether the three characters up to this one are of alphabets. */
  private static boolean isTriple(String text, int last) {
    return last >= 2
        && last < text.length()
        && text.charAt(last - 2) < END_OF_ALPHABETS
        && text.charAt(last - 1) < END_OF_ALPHABETS
        && text.charAt(last) < END_OF_ALPHABETS;
  }

  private static int triple(int salt, String text, int last) {
    return mixed(term(salt, text.charAt(last - 2), text.charAt(last - 1)) + 1 + text.charAt(last));
  }

  /** Another number for every number, near ones far apart: the end of MurmurHash3. */
  private static int mixed(int number) {
    int mixed = number;
    mixed = (mixed ^ mixed >>> 16) * 0x85ebca6b;
    mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
    return mixed ^ mixed >>> 16;
  }
}
