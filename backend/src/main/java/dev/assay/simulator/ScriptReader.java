package dev.assay.simulator;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives the keys of a script their meaning; refuses a value that has none and names its key. */
final class ScriptReader {
  private static final long HOUR = 3_600_000_000_000L;
  private static final int MOST_TOKENS = 1_000_000;
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(us|ms|s)?");

  private final Map<String, String> values;

  private ScriptReader(Map<String, String> values) {
    this.values = values;
  }

  static Script read(ScriptKeys keys) {
    return new ScriptReader(keys.values()).script();
  }

  private Script script() {
    return new Script(
        number("tokens", -1, 0, MOST_TOKENS),
        duration("gap"),
        duration("ttft"),
        duration("headers"),
        duration("queue"),
        number("jitter", 0, 0, 100),
        seed(),
        number("reasoning", 0, 0, MOST_TOKENS),
        choice("text", Script.Text.class, Script.Text.AUTO),
        number("blocks", 3, 1, 12),
        faults(),
        number("at", 10, 0, MOST_TOKENS),
        number("rate", 100, 0, 100),
        number("first", Integer.MAX_VALUE, 0, Integer.MAX_VALUE),
        number("retry", 1, 0, 86_400),
        choice("mood", Mood.class, Mood.STEADY) == Mood.FLAKY);
  }

  private enum Mood {
    STEADY,
    FLAKY
  }

  private int number(String key, int absent, int least, int most) {
    return read(
        key,
        absent,
        "a whole number from " + least + " to " + most,
        value -> {
          int number = Integer.parseInt(value);
          return number < least || number > most ? null : number;
        });
  }

  private long duration(String key) {
    return read(
        key, 0L, "a time such as 500us, 20ms or 1.5s, at most an hour", ScriptReader::nanos);
  }

  private @Nullable Long seed() {
    return values.containsKey("seed") ? read("seed", 0L, "a whole number", Long::valueOf) : null;
  }

  private <E extends Enum<E>> E choice(String key, Class<E> type, E absent) {
    String known =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return read(
        key,
        absent,
        "one of " + known,
        value -> Enum.valueOf(type, value.toUpperCase(Locale.ROOT)));
  }

  private Set<Fault> faults() {
    String known = Arrays.stream(Fault.values()).map(Fault::key).collect(Collectors.joining(", "));
    return read(
        "fault",
        Set.of(),
        "none or some of " + known + ", of which only one may end the answer",
        ScriptReader::faults);
  }

  private static @Nullable Set<Fault> faults(String value) {
    if (value.equals("none")) {
      return Set.of();
    }
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    for (String key : value.split(",", -1)) {
      faults.add(Fault.ofKey(key.strip()).orElseThrow(IllegalArgumentException::new));
    }
    return faults.stream().filter(fault -> fault.kind() != Fault.Kind.FORM).count() > 1
        ? null
        : faults;
  }

  private static @Nullable Long nanos(String value) {
    Matcher matcher = DURATION.matcher(value);
    if (!matcher.matches()) {
      return null;
    }
    String unit = matcher.group(2) == null ? "ms" : matcher.group(2);
    long scale =
        switch (unit) {
          case "us" -> 1_000L;
          case "ms" -> 1_000_000L;
          default -> 1_000_000_000L;
        };
    long nanos = Math.round(Double.parseDouble(matcher.group(1)) * scale);
    return nanos > HOUR ? null : nanos;
  }

  private <T> T read(String key, T absent, String wanted, Function<String, @Nullable T> reader) {
    String value = values.get(key);
    if (value == null) {
      return absent;
    }
    T read;
    try {
      read = reader.apply(value);
    } catch (IllegalArgumentException e) {
      read = null;
    }
    if (read == null) {
      throw ApiException.badRequest(
          key, "The simulator's key `%s` is `%s`; it must be %s.".formatted(key, value, wanted));
    }
    return read;
  }
}
