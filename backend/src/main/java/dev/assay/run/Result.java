package dev.assay.run;

import dev.assay.generation.Status;
import dev.assay.generation.Timings;
import dev.assay.run.RunRepository.Texts;
import org.jspecify.annotations.Nullable;

/**
 * One answer of one model, as it was at one moment.
 *
 * @param iteration counts from 1 within the lane
 * @param text the answer; null where the row was read without its texts
 * @param reasoning likewise
 * @param timings null before it was begun
 * @param attempts how often its model server was asked
 * @param queuePosition which place it has in its model server's queue; null unless it waits
 */
public record Result(
    ResultId id,
    RunId runId,
    Lane lane,
    int iteration,
    Status status,
    @Nullable String text,
    @Nullable String reasoning,
    @Nullable String finishReason,
    @Nullable ResultError error,
    @Nullable Timings timings,
    @Nullable Usage usage,
    int attempts,
    @Nullable Integer queuePosition) {
  /** The same with its texts. */
  Result with(Texts texts) {
    return new Result(
        id,
        runId,
        lane,
        iteration,
        status,
        text == null ? texts.answer() : text,
        reasoning == null ? texts.reasoning() : reasoning,
        finishReason,
        error,
        timings,
        usage,
        attempts,
        queuePosition);
  }
}
