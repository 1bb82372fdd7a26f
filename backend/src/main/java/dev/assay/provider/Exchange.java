package dev.assay.provider;

import io.netty.handler.codec.http.HttpResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. The thread that asked waits for the head, then reads the body; the
 * event loop of the {@link Connection} that it is on delivers both. Any thread may close it.
 */
final class Exchange {
  private final UpstreamRequest request;
  private final CompletableFuture<HttpResponse> head = new CompletableFuture<>();
  private final ArrivingBody body = new ArrivingBody(this::readOn);
  private volatile @Nullable Connection connection;
  private volatile boolean closed = false;

  Exchange(UpstreamRequest request) {
    this.request = request;
  }

  UpstreamRequest request() {
    return request;
  }

  /** What arrives of the body. */
  ArrivingBody body() {
    return body;
  }

  /** Waits for the answer's head. */
  HttpResponse awaitHead(Duration timeout)
      throws ExecutionException, TimeoutException, InterruptedException {
    return head.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Closes the connection unless the answer has come to its end. Whoever waits is woken once the
   * socket is closed.
   */
  void close() {
    closed = true;
    Connection open = connection;
    if (open == null) {
      fail(new IOException("closed"));
    } else {
      open.abandon(this);
    }
  }

  boolean isClosed() {
    return closed;
  }

  /** It is on its way; on the connection's event loop. */
  void isOn(Connection taken) {
    connection = taken;
    if (closed) {
      taken.abandon(this);
    }
  }

  /** Whether nothing of an answer has come. */
  boolean isUnanswered() {
    return !head.isDone();
  }

  void begin(HttpResponse answer) {
    head.complete(answer);
  }

  /** Adds to the body. Tells whether there is room for more. */
  boolean add(byte[] part) {
    return body.add(part);
  }

  /** What has arrived may be read. */
  void wake() {
    body.wake();
  }

  void end() {
    body.end(null);
  }

  void fail(Throwable cause) {
    head.completeExceptionally(cause);
    body.end(cause);
  }

  private void readOn() {
    Connection open = connection;
    if (open != null) {
      open.readOn();
    }
  }
}
