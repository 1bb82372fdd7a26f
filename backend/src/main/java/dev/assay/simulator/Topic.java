package dev.assay.simulator;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a message is about, as far as a handful of patterns can tell.
 *
 * @param kind which section of the phrases fits
 * @param words the longest of its telling words, up to two, as they follow each other
 */
record Topic(Kind kind, List<String> words, Language language) {
  private static final int WORDS = 2;
  private static final int LONGEST_WORD = 24;
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}+#-]+");
  private static final Pattern PARTICLE =
      Pattern.compile("(?<=[가-힣]{2})(에서|에게|으로|하고|이란|은|는|이|가|을|를|의|에|로|와|과|도|란)$");
  private static final Set<String> DULL =
      Set.of(
          ("about after again also and answer are because been before between can compare could"
               + " describe difference does each explain false for from give have hello help how"
               + " into just like list make many might more most much need please question learn"
               + " letter poem sentence sentences shall short story should show simple some suggest"
               + " tell than that the their them then there these they this three true two using"
               + " very want was were what when where which while who why will with words would"
               + " write you your 그리고 대해 대하여 대한 뭐야 무엇 무엇인지 무엇인가요 설명 설명해줘 설명해 설명해주세요 알려줘 알려주세요 어떤"
               + " 어떻게 왜 위한 작성해줘 좀 주세요 차이 차이점 해줘 비교 비교해줘 써줘 안녕 안녕하세요 방법 문장 간단히 짧게")
              .split(" "));

  enum Kind {
    GREETING("^\\W*(hello|hi|hey|good (morning|evening))\\b.{0,40}$|^.{0,4}안녕.{0,20}$"),
    CODE(
        "\\b(code|function|python|java|javascript|typescript|sql|bug|regex|algorithm|class|api|"
            + "rust|bash|query)\\b|코드|함수|파이썬|자바|알고리즘|버그|정규식|쿼리"),
    COMPARE("\\b(vs|versus|compare|difference|differ|better|or)\\b|비교|차이|장단점|나은|좋을까"),
    HOWTO("\\bhow (do|to|can|should|would)\\b|\\bsteps?\\b|\\bplan\\b|방법|어떻게|순서|단계|계획|하려면"),
    WRITE("\\b(write|poem|story|email|letter|draft|haiku|slogan)\\b|써|시를|이야기|편지|메일|작성|초안"),
    EXPLAIN("");

    private final Pattern signs;

    Kind(String signs) {
      this.signs =
          Pattern.compile(signs, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    static Kind of(String message) {
      return Arrays.stream(values())
          .filter(kind -> kind.signs.matcher(message).find())
          .findFirst()
          .orElse(EXPLAIN);
    }

    String section() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Topic of(String message, Language language) {
    List<String> words =
        NOT_WORD
            .splitAsStream(message)
            .map(word -> PARTICLE.matcher(word).replaceFirst(""))
            .filter(Topic::telling)
            .distinct()
            .toList();
    List<String> longest =
        words.stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .limit(WORDS)
            .toList();
    return new Topic(Kind.of(message), words.stream().filter(longest::contains).toList(), language);
  }

  /** The first telling word, or words that stand for it. */
  String first() {
    return words.isEmpty() ? language.thisTopic() : words.getFirst();
  }

  /** The second telling word, or words that stand for it. */
  String second() {
    return words.size() < 2 ? language.otherTopic() : words.get(1);
  }

  /** Not dull, and neither too short, unless it is written as a name (TCP, Go), nor too long. */
  private static boolean telling(String word) {
    boolean hangul = Language.of(word) == Language.KO;
    boolean name = !word.isEmpty() && Character.isUpperCase(word.charAt(word.length() - 1));
    return word.length() >= (hangul || name ? 2 : 4)
        && word.length() <= LONGEST_WORD
        && !DULL.contains(word.toLowerCase(Locale.ROOT));
  }
}
