package dev.assay.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of the runs that used a prompt or a version, by the results of the lanes that asked
 * with it.
 *
 * @param lastUsedAt null where there is no run
 * @param resultCount of those that completed or failed
 * @param failureRate 0 to 1; null where there are none of them
 * @param medianLatencyMs of those that completed; null where there are none
 */
public record PromptUsage(
    int runCount,
    @Nullable Instant lastUsedAt,
    int resultCount,
    @Nullable Double failureRate,
    @Nullable Double medianLatencyMs) {
  static final PromptUsage NONE = new PromptUsage(0, null, 0, null, null);
}
