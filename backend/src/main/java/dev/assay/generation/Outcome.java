package dev.assay.generation;

import dev.assay.error.ErrorCode;
import dev.assay.provider.TokenUsage;
import org.jspecify.annotations.Nullable;

/** How an answer ended. */
public sealed interface Outcome {
  /** How long everything took until the end. */
  Timings timings();

  /** It ended as it should. */
  record Completed(Timings timings, @Nullable String finishReason, @Nullable TokenUsage usage)
      implements Outcome {}

  /** It failed; what had arrived counts. The message is for people. */
  record Failed(Timings timings, ErrorCode code, String message) implements Outcome {}

  /**
   * Somebody stopped it; what had arrived counts.
   *
   * @param closedMs from the request to stop to the end of the model server's connection; null
   *     where the model server was not asked yet
   */
  record Cancelled(Timings timings, @Nullable Double closedMs) implements Outcome {}
}
