package dev.assay.run;

import dev.assay.provider.TokenUsage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How many tokens an answer took, by its server's count, and what that cost.
 *
 * @param cost US dollars by the snapshot's prices; null where they or the counts are unknown
 */
public record Usage(
    @Nullable Integer promptTokens,
    @Nullable Integer completionTokens,
    @Nullable Integer reasoningTokens,
    @Nullable BigDecimal cost) {
  private static final int MILLION_DIGITS = 6;

  static Usage of(TokenUsage tokens, ModelSnapshot model) {
    return new Usage(
        tokens.promptTokens(),
        tokens.completionTokens(),
        tokens.reasoningTokens(),
        cost(tokens, model));
  }

  private static @Nullable BigDecimal cost(TokenUsage tokens, ModelSnapshot model) {
    BigDecimal input = price(tokens.promptTokens(), model.inputPricePerMillion());
    BigDecimal output = price(tokens.completionTokens(), model.outputPricePerMillion());
    return input == null || output == null ? null : input.add(output);
  }

  private static @Nullable BigDecimal price(
      @Nullable Integer tokens, @Nullable BigDecimal perMillion) {
    return tokens == null || perMillion == null
        ? null
        : perMillion.multiply(BigDecimal.valueOf(tokens)).movePointLeft(MILLION_DIGITS);
  }
}
