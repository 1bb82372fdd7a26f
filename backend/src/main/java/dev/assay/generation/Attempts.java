package dev.assay.generation;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.generation.Breakers.Trial;
import dev.assay.provider.Cancellation;
import dev.assay.provider.ChatEnd;
import io.github.resilience4j.core.IntervalFunction;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a model server again where that can help: it could not be reached, failed by itself, or asks
 * for patience, and has not said a word yet. What has begun to answer is never asked again, for
 * that would be another answer.
 */
@Singleton
final class Attempts {
  /** Who asks for more patience than this is not waited for. */
  private static final long LONGEST_WAIT_MS = 30_000;

  /** Twice as long each time, and by chance, so that many do not come back at once. */
  private static final IntervalFunction BACKOFF =
      IntervalFunction.ofExponentialRandomBackoff(500L, 2.0, 0.5, 8_000L);

  private final int most;
  private final Breakers breakers;

  /**
   * @param most how often a server is asked for one answer
   */
  Attempts(@Value("${assay.upstream.attempts:3}") int most, Breakers breakers) {
    this.most = most;
    this.breakers = breakers;
  }

  /** One answer to be asked for. */
  interface Asking {
    /** Asks, and blocks until the answer has ended. */
    ChatEnd ask(Trial trial);

    /** Whether a piece of the answer has arrived. */
    boolean hasBegun();

    /** It will be asked for once more. */
    void again(int attempt);
  }

  /** Asks until there is an answer, or an error that asking again cannot help. */
  ChatEnd make(GenerationRequest request, Asking asking, Cancellation cancellation) {
    for (int attempt = 1; ; attempt++) {
      try (Trial trial =
          breakers.begin(request.server().id(), request.chat().endpoint().authority())) {
        return ask(asking, trial, cancellation);
      } catch (Again again) {
        long waitMs = waitMs(again.cause, attempt);
        if (attempt == most || waitMs > LONGEST_WAIT_MS) {
          throw again.cause;
        }
        pause(waitMs, cancellation);
        if (cancellation.isCancelled()) {
          throw again.cause;
        }
        asking.again(attempt + 1);
      }
    }
  }

  private static ChatEnd ask(Asking asking, Trial trial, Cancellation cancellation) throws Again {
    try {
      ChatEnd end = asking.ask(trial);
      trial.succeeded();
      return end;
    } catch (AppException e) {
      if (cancellation.isCancelled()) {
        throw e;
      }
      note(trial, e);
      if (!asking.hasBegun() && canHelp(e)) {
        throw new Again(e);
      }
      throw e;
    }
  }

  private static void note(Trial trial, AppException error) {
    switch (error.code()) {
      case UPSTREAM_UNAVAILABLE, UPSTREAM_TIMEOUT -> trial.failed(error);
      default -> trial.succeeded();
    }
  }

  /** A timeout is not one of them: whoever waited that long has waited enough. */
  private static boolean canHelp(AppException error) {
    return error.code() == ErrorCode.UPSTREAM_UNAVAILABLE || error.code() == ErrorCode.RATE_LIMITED;
  }

  private static long waitMs(AppException error, int attempt) {
    return error.details().get("retryAfterMs") instanceof Number told
        ? told.longValue()
        : BACKOFF.apply(attempt);
  }

  private static void pause(long ms, Cancellation cancellation) {
    CompletableFuture<Void> cancelled = new CompletableFuture<>();
    cancellation.onCancel(() -> cancelled.complete(null));
    try {
      cancelled.get(ms, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // The wait is over.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      cancellation.clear();
    }
  }

  /** Asking again can help. */
  private static final class Again extends Exception {
    private static final long serialVersionUID = 1;
    private final AppException cause;

    Again(AppException cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
