package dev.assay.run;

import dev.assay.error.ErrorCode;
import dev.assay.generation.Generation;
import dev.assay.generation.GenerationListener;
import dev.assay.generation.GenerationRequest;
import dev.assay.generation.Outcome;
import dev.assay.generation.Timings;
import dev.assay.model.ModelTarget;
import dev.assay.provider.ChatRequest;
import dev.assay.provider.TextKind;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes runs: one virtual thread a result, so that no lane's order, errors or pace touch
 * another's.
 */
@Singleton
class RunExecutor {
  private static final Logger LOG = LoggerFactory.getLogger(RunExecutor.class);
  private static final long FIRST_RETRY_MS = 100;
  private static final long MAX_RETRY_MS = 5_000;
  private static final long STOP_WAIT_MS = 5_000;

  private final Generation generation;
  private final RunStore store;
  private final LiveRuns live;
  private volatile boolean stopping = false;
  private final ExecutorService lanes =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("lane-", 0).factory());

  RunExecutor(Generation generation, RunStore store, LiveRuns live) {
    this.generation = generation;
    this.store = store;
    this.live = live;
  }

  /** Begins all results at once, and returns. */
  void execute(LiveRun run, RunWatcher watcher) {
    for (LiveResult result : run.results()) {
      lanes.execute(() -> execute(run, result, watcher));
    }
  }

  private void execute(LiveRun run, LiveResult result, RunWatcher watcher) {
    try {
      Outcome outcome = generate(run, result);
      Result ended = run.judged(result.outcome(stopping ? interrupted(outcome) : outcome));
      until(() -> store.finish(ended));
      live.forgetCheckpoints(result.id());
      run.end(result, ended);
      boolean isLast = run.closeOne();
      if (isLast) {
        finish(run);
      }
      watcher.ended(run.row(), ended, isLast);
    } catch (InterruptedException e) {
      // The process is stopping; the sweep of the next one ends what is left open.
      Thread.currentThread().interrupt();
    }
  }

  private void finish(LiveRun run) throws InterruptedException {
    Run ended = run.outcome();
    until(() -> store.finish(ended));
    // Out of the registry first: who then looks for the run finds its final row.
    live.close(run);
    run.finish(ended);
  }

  private Outcome generate(LiveRun run, LiveResult result) {
    ModelTarget target = result.target();
    if (target == null) {
      return new Outcome.Failed(
          Timings.NONE,
          ErrorCode.NOT_FOUND,
          "The model %s was removed or cannot be asked now."
              .formatted(result.lane().modelSnapshot().name()));
    }
    return generation.generate(
        request(run, result, target), new Follower(run, result), result.cancellation());
  }

  /** Whether the process is about to end: nothing new is begun. */
  boolean isStopping() {
    return stopping;
  }

  private static GenerationRequest request(LiveRun run, LiveResult result, ModelTarget target) {
    Lane lane = result.lane();
    ChatRequest chat =
        new ChatRequest(
            target.endpoint(),
            lane.modelSnapshot().modelName(),
            lane.systemPrompt(),
            lane.prompt().exampleTurns(),
            run.stored().userMessage(),
            lane.parameters());
    return new GenerationRequest(
        target.model().server(), run.stored().owner(), chat, run.startNanos());
  }

  /** An answer must not be lost because the database is away for a while. */
  private static void until(Runnable storing) throws InterruptedException {
    for (long wait = FIRST_RETRY_MS; ; wait = Math.min(wait * 2, MAX_RETRY_MS)) {
      try {
        storing.run();
        return;
      } catch (RuntimeException e) {
        LOG.warn("Storing failed; trying again in {} ms", wait, e);
        TimeUnit.MILLISECONDS.sleep(wait);
      }
    }
  }

  /** What is cancelled because the process stops was not cancelled by anybody. */
  private static Outcome interrupted(Outcome outcome) {
    return outcome instanceof Outcome.Cancelled
        ? new Outcome.Failed(outcome.timings(), ErrorCode.INTERRUPTED, ResultError.INTERRUPTED)
        : outcome;
  }

  /** Ends what runs, as long as there is a database to store it in. */
  @EventListener
  void stop(ShutdownEvent event) throws InterruptedException {
    stopping = true;
    for (LiveRun run : live.all()) {
      run.results().forEach(result -> result.cancellation().cancel());
    }
    for (LiveRun run : live.all()) {
      run.awaitFinish(STOP_WAIT_MS);
    }
    lanes.shutdownNow();
  }

  /** Turns what an answer's thread sees into events. */
  private record Follower(LiveRun run, LiveResult result) implements GenerationListener {
    @Override
    public void waits(IntSupplier place) {
      run.waits(result, place);
    }

    @Override
    public void begun(Timings timings) {
      run.begin(result, timings);
    }

    @Override
    public void again(int attempt) {
      run.again(result, attempt);
    }

    @Override
    public void piece(TextKind kind, String text, int tokens, long nanos) {
      run.append(result, kind, text, tokens, nanos);
    }
  }
}
