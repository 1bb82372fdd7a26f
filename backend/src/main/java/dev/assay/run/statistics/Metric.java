package dev.assay.run.statistics;

import dev.assay.generation.Timings;
import dev.assay.run.Result;
import dev.assay.run.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is measured of an answer. */
public enum Metric {
  /** TTFT, in milliseconds. */
  TIME_TO_FIRST_TOKEN(timing(Timings::timeToFirstTokenMs)),
  /** From the sending of the request to the end of the answer, in milliseconds. */
  LATENCY(timing(Timings::latencyMs)),
  /** The median gap between pieces (ITL), in milliseconds. */
  INTER_TOKEN(timing(Timings::interTokenP50Ms)),
  /** Tokens a second between the first and the last piece: 1/TPOT. */
  TOKENS_PER_SECOND(timing(Timings::tokensPerSecond)),
  /** Tokens of the answer, by the server's count, or as they arrived where it does not count. */
  COMPLETION_TOKENS(Metric::tokens),
  /** US dollars. */
  COST(Metric::cost);

  private final Function<Result, @Nullable Number> value;

  Metric(Function<Result, @Nullable Number> value) {
    this.value = value;
  }

  /** Its values in those of the answers that have one. */
  double[] of(List<Result> answers) {
    return answers.stream()
        .map(value)
        .filter(Objects::nonNull)
        .mapToDouble(Number::doubleValue)
        .toArray();
  }

  private static Function<Result, @Nullable Number> timing(
      Function<Timings, @Nullable Double> part) {
    return result -> result.timings() == null ? null : part.apply(result.timings());
  }

  private static @Nullable Integer tokens(Result result) {
    Usage usage = result.usage();
    if (usage != null && usage.completionTokens() != null) {
      return usage.completionTokens();
    }
    return result.timings() == null ? null : result.timings().arrivedTokens();
  }

  private static @Nullable BigDecimal cost(Result result) {
    return result.usage() == null ? null : result.usage().cost();
  }
}
