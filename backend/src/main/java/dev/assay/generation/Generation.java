package dev.assay.generation;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.provider.Cancellation;
import dev.assay.provider.ChatEnd;
import dev.assay.provider.ChatProviders;
import dev.assay.provider.ChatRequest;
import dev.assay.provider.TokenUsage;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one answer: waits for a place at the model server, asks, and times what comes. */
@Singleton
public final class Generation {
  private static final Logger LOG = LoggerFactory.getLogger(Generation.class);
  private final Queues queues;
  private final Attempts attempts;
  private final ChatProviders providers;

  Generation(Queues queues, Attempts attempts, ChatProviders providers) {
    this.queues = queues;
    this.attempts = attempts;
    this.providers = providers;
  }

  /**
   * Blocks until the answer has ended, one way or another; never throws for what a model server
   * does.
   */
  public Outcome generate(
      GenerationRequest request, GenerationListener listener, Cancellation cancellation) {
    Stopwatch stopwatch = new Stopwatch(request.startNanos());
    try (Queues.Place _ =
        queues.take(request.server(), request.owner(), cancellation, listener::waits)) {
      if (cancellation.isCancelled()) {
        return new Outcome.Cancelled(stopwatch.ended(System.nanoTime(), null), null);
      }
      stopwatch.sent(System.nanoTime());
      listener.begun(stopwatch.begun());
      Answer answer = new Answer(request.chat(), listener, cancellation, stopwatch);
      return completed(stopwatch, attempts.make(request, answer, cancellation));
    } catch (RuntimeException e) {
      // Whoever reads the connection comes back only once it is closed.
      long now = System.nanoTime();
      Timings timings = stopwatch.ended(now, null);
      return cancellation.isCancelled()
          ? new Outcome.Cancelled(timings, stopwatch.isSent() ? cancellation.msUntil(now) : null)
          : failed(timings, e, request.chat());
    }
  }

  /** One answer, as often as it is asked for. */
  private final class Answer implements Attempts.Asking {
    private final ChatRequest chat;
    private final GenerationListener listener;
    private final Cancellation cancellation;
    private final Stopwatch stopwatch;
    private boolean hasBegun = false;

    Answer(
        ChatRequest chat,
        GenerationListener listener,
        Cancellation cancellation,
        Stopwatch stopwatch) {
      this.chat = chat;
      this.listener = listener;
      this.cancellation = cancellation;
      this.stopwatch = stopwatch;
    }

    @Override
    public ChatEnd ask(Breakers.Trial trial) {
      return providers.of(chat.endpoint().protocol()).stream(
          chat,
          (kind, text, tokens) -> {
            long now = System.nanoTime();
            if (!hasBegun) {
              hasBegun = true;
              trial.succeeded();
            }
            stopwatch.piece(now, tokens);
            listener.piece(kind, text, tokens, now);
          },
          cancellation);
    }

    @Override
    public boolean hasBegun() {
      return hasBegun;
    }

    @Override
    public void again(int attempt) {
      listener.again(attempt);
    }
  }

  private static Outcome completed(Stopwatch stopwatch, ChatEnd end) {
    TokenUsage usage = end.usage();
    Integer completionTokens = usage == null ? null : usage.completionTokens();
    return new Outcome.Completed(
        stopwatch.ended(System.nanoTime(), completionTokens), end.finishReason(), usage);
  }

  private static Outcome failed(Timings timings, RuntimeException e, ChatRequest chat) {
    if (e instanceof AppException known) {
      return new Outcome.Failed(timings, known.code(), String.valueOf(known.getMessage()));
    }
    LOG.error("An answer of {} at {} broke", chat.model(), chat.endpoint(), e);
    return new Outcome.Failed(
        timings, ErrorCode.INTERNAL, "Something broke inside Assay; its log says more. Try again.");
  }
}
