package dev.assay.access;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What one owner's things are found by. An index of PostgreSQL's own holds it as numbers, the
 * <em>terms</em>: one for every character of a text, for every two characters that stand side by
 * side, for every three that do and are of an alphabet, and for whatever else is to be found. Two
 * characters are what a Korean word mostly has, and no extension of PostgreSQL finds so few; of an
 * alphabet, two tell little.
 *
 * <p>The owner is part of every term, so that a search reads what its caller has and nothing else,
 * however much others have. Two things may share a term by chance: whoever finds something by its
 * terms must still compare. What is computed here is stored; a change here needs a migration that
 * has all terms computed anew.
 */
public final class SearchTerms {
  /**
   * Beyond it, more terms leave hardly fewer things, and each costs: with many, PostgreSQL would
   * rather read all rows, whose terms it then has to fetch one by one.
   */
  private static final int MAX_WANTED = 6;

  /** Behind the alphabets: here begin the scripts of syllables and words. */
  private static final char END_OF_ALPHABETS = '\u1100';

  private final int salt;

  /** Those of an owner's things. */
  public SearchTerms(Owner owner) {
    this.salt = owner.id().hashCode() ^ owner.type().name().hashCode();
  }

  /** The same for texts that differ in case alone, or in how their characters are put together. */
  public static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /** The terms of something with this text, which was folded. */
  public Set<Integer> of(String text) {
    Set<Integer> terms = new LinkedHashSet<>();
    for (int i = 0; i < text.length(); i++) {
      terms.add(term((char) 0, text.charAt(i)));
      if (i > 0) {
        terms.add(term(text.charAt(i - 1), text.charAt(i)));
      }
      if (isTriple(text, i)) {
        terms.add(triple(text, i));
      }
    }
    return terms;
  }

  /** Terms of everything whose text contains this one, which was folded. */
  public Set<Integer> wanted(String text) {
    Set<Integer> terms = new LinkedHashSet<>();
    if (text.length() == 1) {
      terms.add(term((char) 0, text.charAt(0)));
    }
    for (int i = 1; i < text.length() && terms.size() < MAX_WANTED; i++) {
      boolean isPart = isTriple(text, i) || isTriple(text, i + 1);
      if (!isPart) {
        terms.add(term(text.charAt(i - 1), text.charAt(i)));
      } else if (isTriple(text, i)) {
        terms.add(triple(text, i));
      }
    }
    return terms;
  }

  /** The term of something that is no text, such as {@code tag poem}. */
  public int mark(String what) {
    return mixed(salt ^ mixed(what.hashCode()));
  }

  private int term(char first, char second) {
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

  private int triple(String text, int last) {
    return mixed(term(text.charAt(last - 2), text.charAt(last - 1)) + 1 + text.charAt(last));
  }

  /** Another number for every number, near ones far apart: the end of MurmurHash3. */
  private static int mixed(int number) {
    int mixed = number;
    mixed = (mixed ^ mixed >>> 16) * 0x85ebca6b;
    mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
    return mixed ^ mixed >>> 16;
  }
}
