package dev.assay.provider;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Cuts an arriving body into server-sent events and hands each on as soon as it is there: on the
 * event loop that brings it, so that no thread is woken for a token. What had arrived before is
 * handed on by the thread that begins.
 */
final class EventFeed implements Runnable {
  /** For what comes behind the end mark. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final ArrivingBody body;
  private final LineReader lines;
  private final Watchdog.Watch watch;
  private final Duration idleTimeout;
  private final Predicate<Line> goesOn;
  private final CompletableFuture<Boolean> end = new CompletableFuture<>();

  /** What has arrived since somebody last found nothing. Who raises it from 0 takes it all. */
  private final AtomicInteger arrivals = new AtomicInteger();

  // The one's who takes.
  private boolean isEnough = false;

  /**
   * @param goesOn takes an event's data and tells whether more is expected
   */
  EventFeed(
      ArrivingBody body, UpstreamSettings settings, Watchdog.Watch watch, Predicate<Line> goesOn) {
    this.body = body;
    this.lines = new LineReader(settings.maxLineBytes());
    this.watch = watch;
    this.idleTimeout = settings.idleTimeout();
    this.goesOn = goesOn;
  }

  /**
   * Waits until nothing follows. False where the stream ended before the taker said so. What the
   * taker threw is the cause of what is thrown.
   */
  boolean awaitEnd() throws ExecutionException, InterruptedException {
    return end.get();
  }

  /** Takes whatever has arrived, unless somebody is at it. */
  @Override
  public void run() {
    if (arrivals.getAndIncrement() > 0) {
      return;
    }
    int seen;
    do {
      seen = arrivals.get();
      try {
        takeArrived();
      } catch (Throwable e) {
        end.completeExceptionally(e);
      }
    } while (!arrivals.compareAndSet(seen, 0));
  }

  private void takeArrived() throws IOException {
    while (!end.isDone()) {
      // Looked at first: what was added before the end is there to be taken.
      boolean wasOver = body.isOver();
      byte[] part = body.poll();
      if (part != null) {
        take(part);
      } else if (wasOver) {
        finish();
      } else {
        return;
      }
    }
  }

  private void take(byte[] part) throws IOException {
    if (isEnough) {
      return;
    }
    lines.add(part);
    for (Line line = lines.next(); line != null; line = lines.next()) {
      watch.reset(idleTimeout);
      if (line.cutPrefix("data:") && !goesOn.test(line)) {
        isEnough = true;
        watch.reset(LAST_WORDS);
        return;
      }
    }
  }

  /** Behind the end mark the connection may break as it likes. */
  private void finish() throws IOException {
    Throwable failure = body.failure();
    if (failure != null && !isEnough) {
      throw new IOException("broken off", failure);
    }
    end.complete(isEnough);
  }
}
