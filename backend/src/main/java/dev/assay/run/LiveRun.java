package dev.assay.run;

import dev.assay.event.EventLog;
import dev.assay.event.Topic;
import dev.assay.generation.Checkpoints.Addition;
import dev.assay.generation.Status;
import dev.assay.generation.Timings;
import dev.assay.provider.TextKind;
import dev.assay.run.Run.Parts;
import dev.assay.run.RunEvent.ResultChanged;
import dev.assay.run.RunEvent.ResultFinished;
import dev.assay.run.RunEvent.RunFinished;
import dev.assay.run.RunEvent.RunSnapshot;
import dev.assay.run.RunEvent.TextAppended;
import dev.assay.run.RunStore.BegunRun;
import dev.assay.run.check.Checker;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A run while this process executes it. What its log's lock guards changes only together with the
 * event that tells of it, so a snapshot never disagrees with the events around it.
 */
final class LiveRun {
  private static final int EVENTS_PER_RESULT = 256;
  private static final double NANOS_PER_MS = 1e6;

  private final Run stored;
  private final List<Lane> lanes;
  private final List<LiveResult> results;
  private final Instant origin;
  private final long startNanos;
  private final @Nullable Checker checker;
  private final EventLog<RunEvent> log;
  private final AtomicInteger open;
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean cancelled = false;

  // Guarded by the log's lock.
  private @Nullable Instant startedAt;
  private boolean startSaved = false;
  private @Nullable Run ended;
  private RunMarks marks;

  /**
   * @param stored its row, pending
   * @param origin the calendar's time at {@code startNanos}
   * @param startNanos {@link System#nanoTime} when somebody asked for it; its events' times count
   *     from here
   */
  LiveRun(
      Run stored,
      List<Lane> lanes,
      List<LiveResult> results,
      Instant origin,
      long startNanos,
      Topic<RunId, RunEvent> topic) {
    this.stored = stored;
    this.lanes = lanes;
    this.results = results;
    this.origin = origin;
    this.startNanos = startNanos;
    this.marks = stored.marks();
    this.checker = stored.check() == null ? null : Checker.of(stored.check());
    this.open = new AtomicInteger(results.size());
    this.log = topic.open(stored.id(), EVENTS_PER_RESULT * (results.size() + 1), this::snapshot);
  }

  RunId id() {
    return stored.id();
  }

  Run stored() {
    return stored;
  }

  List<LiveResult> results() {
    return results;
  }

  long startNanos() {
    return startNanos;
  }

  /** The run as it is now, with its lanes and results. */
  Run now() {
    return log.inspect(this::current);
  }

  /** The run as it is now, without its lanes and results. */
  Run row() {
    return log.inspect(() -> (ended == null ? begun() : ended.with((Parts) null)).with(marks));
  }

  /** Somebody has changed what people add to it. */
  void mark(RunMarks changed) {
    log.amend(() -> marks = changed);
  }

  /** Its owner took it out of the lists, or, with null, brought it back. */
  void remove(@Nullable Instant at) {
    log.inspect(() -> {
      marks = marks.removed(at);
      return marks;
    });
  }

  /** A result that has ended, with what the run's check says of it. */
  Result judged(Result result) {
    return checker != null && result.status() == Status.COMPLETED && result.text() != null
        ? result.judged(checker.judge(result.text()))
        : result;
  }

  /** Stops every result that has not ended. */
  void cancel() {
    if (open.get() > 0) {
      cancelled = true;
    }
    results.forEach(result -> result.cancellation().cancel());
  }

  /** Stops one result, and waits until it has ended, but not for long. */
  void cancel(ResultId id, long timeoutMs) throws InterruptedException {
    for (LiveResult result : results) {
      if (result.id().equals(id)) {
        result.cancellation().cancel();
        result.awaitEnd(timeoutMs);
      }
    }
  }

  void waits(LiveResult result, IntSupplier place) {
    log.append(sequence -> {
      result.waits(place);
      return new ResultChanged(id(), sequence, ms(System.nanoTime()), result.now());
    });
  }

  /** Tells of the results whose place in a queue has changed since it was told. */
  void tellPlaces() {
    for (LiveResult result : results) {
      if (result.hasMoved()) {
        log.inspect(() -> {
          tellPlace(result);
          return result;
        });
      }
    }
  }

  /** It may have ended meanwhile, and the run with it. */
  private void tellPlace(LiveResult result) {
    if (result.hasMoved()) {
      log.append(sequence -> {
        result.move();
        return new ResultChanged(id(), sequence, ms(System.nanoTime()), result.now());
      });
    }
  }

  void begin(LiveResult result, Timings timings) {
    log.append(sequence -> {
      startedAt = earliest(startedAt, moment(sentNanos(timings)));
      result.begin(timings);
      return new ResultChanged(id(), sequence, ms(System.nanoTime()), result.now());
    });
  }

  void again(LiveResult result, int attempt) {
    log.append(sequence -> {
      result.again(attempt);
      return new ResultChanged(id(), sequence, ms(System.nanoTime()), result.now());
    });
  }

  void append(LiveResult result, TextKind kind, String text, int tokens, long nanos) {
    log.append(sequence -> {
      double atMs = ms(nanos);
      int offset = result.append(kind, text, atMs);
      return new TextAppended(id(), sequence, atMs, result.id(), text, kind, offset, tokens);
    });
  }

  void end(LiveResult result, Result storedResult) {
    log.append(sequence -> {
      result.end(storedResult);
      return new ResultFinished(id(), sequence, ms(System.nanoTime()), storedResult);
    });
  }

  /** Counts a result as ended. True for the last one: then only the run's own end is left. */
  boolean closeOne() {
    return open.decrementAndGet() == 0;
  }

  /** The run as it is to be stored at its end, once all results have ended. */
  Run outcome() {
    return log.inspect(() -> {
      Instant end = moment(System.nanoTime());
      return stored.finished(
          finalStatus(),
          startedAt == null ? end : startedAt,
          end,
          log.last() + 1,
          ms(System.nanoTime()));
    });
  }

  void finish(Run storedRun) {
    log.finish(sequence -> {
      ended = storedRun.with(marks).with(parts());
      return new RunFinished(id(), sequence, storedRun.elapsedMs(), ended);
    });
    finished.countDown();
  }

  /** Waits for the end, but not for long. */
  void awaitFinish(long timeoutMs) throws InterruptedException {
    boolean _ = finished.await(timeoutMs, TimeUnit.MILLISECONDS);
  }

  /** Collects what is not written down yet, and takes it as written. */
  void collect(List<Addition> additions, List<BegunRun> begunRuns, List<ResultId> begunResults) {
    log.inspect(() -> {
      if (startedAt != null && !startSaved) {
        startSaved = true;
        begunRuns.add(new BegunRun(id(), startedAt));
      }
      results.forEach(result -> result.collect(additions, begunResults));
      return additions;
    });
  }

  private RunEvent snapshot(int sequence) {
    return new RunSnapshot(id(), sequence, ms(System.nanoTime()), current());
  }

  private Run current() {
    if (ended != null) {
      return ended.with(marks);
    }
    return begun().with(marks).with(parts());
  }

  private Run begun() {
    return stored.at(startedAt == null ? Status.PENDING : Status.RUNNING, startedAt);
  }

  private Parts parts() {
    return new Parts(lanes, results.stream().map(LiveResult::now).toList());
  }

  private Status finalStatus() {
    if (cancelled) {
      return Status.CANCELLED;
    }
    boolean allFailed = results.stream().allMatch(result -> result.now().status() == Status.FAILED);
    return allFailed ? Status.FAILED : Status.COMPLETED;
  }

  /** Lanes do not tell of their start in the order in which they started. */
  private static Instant earliest(@Nullable Instant one, Instant other) {
    return one != null && one.isBefore(other) ? one : other;
  }

  /** When its request was sent: a little earlier than its lane could tell us. */
  private long sentNanos(Timings timings) {
    Double queuedMs = timings.queuedMs();
    return queuedMs == null ? System.nanoTime() : startNanos + (long) (queuedMs * NANOS_PER_MS);
  }

  /** The calendar's time, by the clock that the timings are taken on: their sums agree. */
  private Instant moment(long nanos) {
    return origin.plusNanos(nanos - startNanos).truncatedTo(ChronoUnit.MICROS);
  }

  private double ms(long nanos) {
    return (nanos - startNanos) / NANOS_PER_MS;
  }
}
