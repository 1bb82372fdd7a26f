package dev.assay.run;

import dev.assay.generation.Checkpoints.Addition;
import dev.assay.generation.Outcome;
import dev.assay.generation.Status;
import dev.assay.generation.Timings;
import dev.assay.model.ModelTarget;
import dev.assay.provider.Cancellation;
import dev.assay.provider.TextKind;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** A result while this process makes it. Its state is guarded by the lock of its run's log. */
final class LiveResult {
  private final Result pending;
  private final @Nullable ModelTarget target;
  private final Cancellation cancellation = new Cancellation();
  private final CountDownLatch end = new CountDownLatch(1);

  // Guarded by the log's lock.
  private final Growing answer = new Growing(TextKind.ANSWER);
  private final Growing reasoning = new Growing(TextKind.REASONING);
  private @Nullable Timings begun;
  private int attempts = 1;
  private boolean begunSaved = false;

  // Written under the log's lock; read without it too.
  private volatile @Nullable IntSupplier queue;

  /** The place in the queue that was told last; 0 for none. */
  private volatile int told = 0;

  private @Nullable Result ended;

  /**
   * @param target null where the model is gone
   */
  LiveResult(Result pending, @Nullable ModelTarget target) {
    this.pending = pending;
    this.target = target;
  }

  ResultId id() {
    return pending.id();
  }

  Lane lane() {
    return pending.lane();
  }

  /** Whom to ask; null where the model is gone. */
  @Nullable ModelTarget target() {
    return target;
  }

  /** Stops it, wherever it is. */
  Cancellation cancellation() {
    return cancellation;
  }

  /** It waits in its model server's queue; {@code place} tells where. */
  void waits(IntSupplier place) {
    queue = place;
    move();
  }

  /** Whether its place in the queue is another than was told. Needs no lock. */
  boolean hasMoved() {
    IntSupplier place = queue;
    return place != null && place.getAsInt() != told;
  }

  /** Takes the place that it has now as told. */
  void move() {
    told = queue == null ? 0 : queue.getAsInt();
  }

  /** It has a place, and is being asked. */
  void begin(Timings timings) {
    queue = null;
    told = 0;
    begun = timings;
  }

  /** Its model server is asked once more. */
  void again(int attempt) {
    attempts = attempt;
  }

  /**
   * Adds a piece, and tells how many UTF-16 units of its kind came before it.
   *
   * @param atMs when it arrived, since the run's start
   */
  int append(TextKind kind, String text, double atMs) {
    if (begun != null && begun.timeToFirstTokenMs() == null) {
      begun = begun.withFirstToken(atMs);
    }
    return switch (kind) {
      case ANSWER -> answer.append(text);
      case REASONING -> reasoning.append(text);
    };
  }

  /** The result as it is stored in the end. */
  Result outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Completed done ->
          result(
              Status.COMPLETED,
              done.timings(),
              done.finishReason(),
              null,
              done.usage() == null ? null : Usage.of(done.usage(), lane().modelSnapshot()),
              null);
      case Outcome.Failed failed ->
          result(
              Status.FAILED,
              failed.timings(),
              null,
              new ResultError(failed.code(), failed.message()),
              null,
              null);
      case Outcome.Cancelled cancelled ->
          result(Status.CANCELLED, cancelled.timings(), null, null, null, cancelled.closedMs());
    };
  }

  /** Nothing follows: it is stored as this. */
  void end(Result stored) {
    queue = null;
    ended = stored;
    end.countDown();
  }

  /** Waits for the end, but not for long. Needs no lock. */
  void awaitEnd(long timeoutMs) throws InterruptedException {
    boolean _ = end.await(timeoutMs, TimeUnit.MILLISECONDS);
  }

  /** The result as it is now. */
  Result now() {
    if (ended != null) {
      return ended;
    }
    return result(begun == null ? Status.PENDING : Status.RUNNING, begun, null, null, null, null);
  }

  /** Collects what is not written down yet, and takes it as written. */
  void collect(List<Addition> additions, List<ResultId> begunResults) {
    if (ended != null) {
      return;
    }
    if (begun != null && !begunSaved) {
      begunSaved = true;
      begunResults.add(id());
    }
    answer.collect(id(), additions);
    reasoning.collect(id(), additions);
  }

  private Result result(
      Status status,
      @Nullable Timings timings,
      @Nullable String finishReason,
      @Nullable ResultError error,
      @Nullable Usage usage,
      @Nullable Double closedMs) {
    return new Result(
        pending.id(),
        pending.runId(),
        pending.lane(),
        pending.iteration(),
        status,
        answer.toString(),
        reasoning.toString(),
        finishReason,
        error,
        timings,
        usage,
        attempts,
        status == Status.PENDING && told > 0 ? Integer.valueOf(told) : null,
        Result.Stop.of(status, lane(), closedMs, timings),
        null);
  }

  /** A text that only grows. */
  private static final class Growing {
    private final TextKind kind;
    private final StringBuilder text = new StringBuilder();
    private int saved = 0;

    Growing(TextKind kind) {
      this.kind = kind;
    }

    int append(String piece) {
      int offset = text.length();
      text.append(piece);
      return offset;
    }

    void collect(ResultId id, List<Addition> additions) {
      if (text.length() > saved) {
        additions.add(new Addition(id.value(), kind, saved, text.substring(saved)));
        saved = text.length();
      }
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
