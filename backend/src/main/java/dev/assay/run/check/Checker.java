package dev.assay.run.check;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** A check made ready. Any number of threads may use it. */
@FunctionalInterface
public interface Checker {
  /** Judges an answer, in a time that grows with its length alone. */
  Verdict judge(String answer);

  /** Makes a check ready. Throws {@link IllegalArgumentException} where its value is none. */
  static Checker of(Check check) {
    return switch (check.kind()) {
      case CONTAINS -> contains(check);
      case REGEX -> regex(check);
      case JSON_SCHEMA -> new SchemaChecker(check.value());
    };
  }

  private static Checker contains(Check check) {
    Pattern pattern = Pattern.compile(Pattern.quote(check.value()), flags(check));
    return answer ->
        pattern.matcher(answer).find()
            ? Verdict.PASSED
            : Verdict.failed("The answer does not contain the text.");
  }

  /** RE2 needs no more than linear time, whatever the expression. */
  private static Checker regex(Check check) {
    try {
      Pattern pattern = Pattern.compile(check.value(), flags(check) | Pattern.MULTILINE);
      return answer ->
          pattern.matcher(answer).find()
              ? Verdict.PASSED
              : Verdict.failed("The regular expression matches nowhere in the answer.");
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "This is no regular expression of RE2's syntax: " + e.getDescription() + ".", e);
    }
  }

  private static int flags(Check check) {
    return check.ignoreCase() ? Pattern.CASE_INSENSITIVE : 0;
  }
}
