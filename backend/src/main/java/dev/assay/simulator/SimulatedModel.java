package dev.assay.simulator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A model that the simulator offers to newcomers.
 *
 * @param displayName what to call it on the page
 * @param modelName what a request calls it
 * @param notes what it is like, in a sentence
 * @param type {@code chat} or {@code reasoning}
 * @param contextLength tokens of prompt and answer together
 * @param maxTokens tokens of an answer
 * @param inputPricePerMillion pretended price of a million prompt tokens, in US dollars
 * @param outputPricePerMillion pretended price of a million completion tokens, in US dollars
 * @param script how it answers, in the grammar of {@link Simulator}
 */
public record SimulatedModel(
    String displayName,
    String modelName,
    String notes,
    String type,
    int contextLength,
    int maxTokens,
    BigDecimal inputPricePerMillion,
    BigDecimal outputPricePerMillion,
    String script) {

  /** The four that {@code /v1/models} lists: a fast, a slow, a reasoning and a flaky one. */
  public static final List<SimulatedModel> ALL =
      List.of(
          new SimulatedModel(
              "Swift 8B",
              "swift-8b",
              "Simulated. Quick and brief: the first word after 80 ms, then 120 tokens a second.",
              "chat",
              32_768,
              4_096,
              new BigDecimal("0.10"),
              new BigDecimal("0.30"),
              "gap=8ms&ttft=80ms&jitter=30&blocks=2"),
          new SimulatedModel(
              "Sage 70B",
              "sage-70b",
              "Simulated. Slow and thorough: takes a breath of 600 ms, then 25 tokens a second.",
              "chat",
              131_072,
              8_192,
              new BigDecimal("0.90"),
              new BigDecimal("2.70"),
              "gap=40ms&ttft=600ms&jitter=20&blocks=4"),
          new SimulatedModel(
              "Muse Reasoner",
              "muse-reasoner",
              "Simulated. Thinks about a hundred tokens to itself before it answers.",
              "reasoning",
              65_536,
              8_192,
              new BigDecimal("0.55"),
              new BigDecimal("2.20"),
              "gap=15ms&ttft=250ms&jitter=40&reasoning=100&blocks=3"),
          new SimulatedModel(
              "Moody 3B",
              "moody-3b",
              "Simulated. Cheap and unsteady: sometimes too busy, sometimes breaks off.",
              "chat",
              16_384,
              2_048,
              new BigDecimal("0.04"),
              new BigDecimal("0.12"),
              "gap=14ms&ttft=150ms&jitter=100&mood=flaky&at=24&blocks=2"));

  /** The blank model that scripts start from; it is not listed. */
  static final SimulatedModel BLANK =
      new SimulatedModel(
          "Simulator",
          "sim",
          "Does what its script says.",
          "chat",
          1_048_576,
          1_048_576,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          "gap=10ms&ttft=20ms");

  static Optional<SimulatedModel> named(String name) {
    if (name.equals(BLANK.modelName)) {
      return Optional.of(BLANK);
    }
    return ALL.stream().filter(model -> model.modelName.equals(name)).findFirst();
  }
}
