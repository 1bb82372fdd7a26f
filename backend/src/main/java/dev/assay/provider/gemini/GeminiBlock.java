package dev.assay.provider.gemini;

import dev.assay.error.AppException;
import dev.assay.provider.Endpoint;
import dev.assay.provider.UpstreamErrors;
import dev.assay.provider.gemini.GeminiChunk.Rating;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says why Gemini withheld an answer, and what can be changed so that it does not. */
final class GeminiBlock {
  private static final Set<String> REASONS =
      Set.of(
          "SAFETY",
          "RECITATION",
          "LANGUAGE",
          "BLOCKLIST",
          "PROHIBITED_CONTENT",
          "SPII",
          "IMAGE_SAFETY",
          "IMAGE_PROHIBITED_CONTENT");

  /** From the least to the most. */
  private static final List<String> LEVELS = List.of("NEGLIGIBLE", "LOW", "MEDIUM", "HIGH");

  private GeminiBlock() {}

  /** What is thrown for a chunk; null where nothing was blocked. */
  static @Nullable AppException in(Endpoint endpoint, GeminiChunk chunk) {
    if (chunk.blockReason() != null) {
      return blocked(endpoint, "the prompt", chunk.blockReason(), chunk);
    }
    String reason = chunk.finishReason();
    return reason != null && REASONS.contains(reason)
        ? blocked(endpoint, "the answer", reason, chunk)
        : null;
  }

  private static AppException blocked(
      Endpoint endpoint, String what, String reason, GeminiChunk chunk) {
    String words =
        "%s blocked %s: %s%s. %s"
            .formatted(endpoint.authority(), what, reason, rating(chunk.ratings()), advice(reason));
    return UpstreamErrors.blocked(endpoint, words, chunk.finishMessage());
  }

  /** The category that it is about: the one marked, else the one at the highest level. */
  private static String rating(List<Rating> ratings) {
    Optional<Rating> worst =
        ratings.stream()
            .filter(rating -> rating.blocked() || LEVELS.indexOf(rating.level()) > 0)
            .max(
                Comparator.comparing(Rating::blocked)
                    .thenComparing(rating -> LEVELS.indexOf(rating.level())));
    return worst
        .map(rating -> ", category %s at level %s".formatted(rating.category(), rating.level()))
        .orElse("");
  }

  private static String advice(String reason) {
    return switch (reason) {
      case "SAFETY", "IMAGE_SAFETY" ->
          "Ask in other words, or raise that category's threshold by safetySettings in the"
              + " parameter extra.";
      case "RECITATION" ->
          "The answer came too close to a text that it learnt from. Ask for it in other words, or"
              + " raise the temperature.";
      case "LANGUAGE" -> "The model does not know this language. Ask in another one.";
      case "BLOCKLIST" -> "The text holds a word on the model's list of forbidden terms.";
      case "SPII" -> "Leave out personal data, such as numbers of cards or accounts.";
      default -> "No setting lifts this. Ask in other words, or ask another model.";
    };
  }
}
