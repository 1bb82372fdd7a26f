package dev.assay.run;

import dev.assay.generation.Status;
import dev.assay.generation.Timings;
import dev.assay.run.RunRepository.Texts;
import dev.assay.run.check.Verdict;
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
 * @param stop how it was stopped; null unless it was
 * @param verdict what the run's check says of it; null where there is none, or it did not complete
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
    @Nullable Integer queuePosition,
    @Nullable Stop stop,
    @Nullable Verdict verdict) {

  /** Whether it passes the run's check; null where there is none, or it did not complete. */
  public @Nullable Boolean hasPassed() {
    return verdict == null ? null : verdict.hasPassed();
  }

  /** Why it does not pass the run's check; null where it does, or there is none. */
  public @Nullable String checkMessage() {
    return verdict == null ? null : verdict.message();
  }

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
        queuePosition,
        stop,
        verdict);
  }

  /** The same before any text has come. */
  Result withoutTexts() {
    return new Result(
        id, runId, lane, iteration, status, "", "", null, null, null, null, 1, null, null, null);
  }

  /** The same, judged. */
  Result judged(@Nullable Verdict judgement) {
    return new Result(
        id,
        runId,
        lane,
        iteration,
        status,
        text,
        reasoning,
        finishReason,
        error,
        timings,
        usage,
        attempts,
        queuePosition,
        stop,
        judgement);
  }

  /**
   * How an answer was stopped.
   *
   * @param closedMs from the request to stop to the end of the model server's connection; null
   *     where the model server was not asked yet
   * @param tokensNotPaid how many more tokens might have come, by the lane's bound; null where it
   *     has none
   */
  public record Stop(@Nullable Double closedMs, @Nullable Integer tokensNotPaid) {
    static @Nullable Stop of(
        Status status, Lane lane, @Nullable Double closedMs, @Nullable Timings timings) {
      if (status != Status.CANCELLED) {
        return null;
      }
      Integer max = lane.parameters().maxTokens();
      Integer arrived = timings == null ? null : timings.arrivedTokens();
      return new Stop(
          closedMs, max == null ? null : Math.max(0, max - (arrived == null ? 0 : arrived)));
    }
  }
}
