package dev.assay.model;

import dev.assay.graphql.Input;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What people wrote down about a model. Null where nobody did.
 *
 * @param contextLength in tokens, prompt and answer together
 * @param maxTokens of an answer
 * @param inputPricePerMillion US dollars for a million prompt tokens
 * @param outputPricePerMillion US dollars for a million completion tokens, reasoning included
 */
public record ModelMetadata(
    @Nullable String type,
    @Nullable Integer contextLength,
    @Nullable Integer maxTokens,
    @Nullable BigDecimal inputPricePerMillion,
    @Nullable BigDecimal outputPricePerMillion,
    @Nullable String notes) {

  /** Nothing is known. */
  public static final ModelMetadata NONE = new ModelMetadata(null, null, null, null, null, null);

  private static final BigDecimal MAX_PRICE = new BigDecimal(1_000_000);
  private static final int MAX_PRICE_SCALE = 9;
  private static final int MAX_TOKENS = 1_000_000_000;

  /** Reads a {@code ModelMetadataInput}. */
  static ModelMetadata read(Input input) {
    return new ModelMetadata(
        input.textOrNull("type", 50),
        input.integer("contextLength", 1, MAX_TOKENS),
        input.integer("maxTokens", 1, MAX_TOKENS),
        price(input, "inputPricePerMillion"),
        price(input, "outputPricePerMillion"),
        input.textOrNull("notes", 2_000));
  }

  private static @Nullable BigDecimal price(Input input, String name) {
    BigDecimal price = input.get(name);
    if (price == null) {
      return null;
    }
    if (price.signum() < 0 || price.compareTo(MAX_PRICE) > 0 || price.scale() > MAX_PRICE_SCALE) {
      throw input.bad(name, "A price is 0 to 1,000,000 dollars with at most 9 decimals.");
    }
    return price;
  }
}
