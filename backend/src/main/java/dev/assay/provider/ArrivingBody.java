package dev.assay.provider;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A response's body as it arrives. What had arrived before the connection broke is read before the
 * failure is: the JDK's own stream throws at once and drops it, and with it the last tokens of an
 * answer. One thread reads; any may close.
 */
final class ArrivingBody extends InputStream implements BodySubscriber<InputStream> {
  private static final List<ByteBuffer> END = List.of();

  /** Holds at most what was asked for, which is the next part, and the end. */
  private final BlockingQueue<List<ByteBuffer>> arrived = new LinkedBlockingQueue<>();

  private volatile Flow.@Nullable Subscription subscription;
  private volatile @Nullable Throwable failure;
  private volatile boolean closed = false;

  // The reader's own.
  private Iterator<ByteBuffer> part = Collections.emptyIterator();
  private ByteBuffer current = ByteBuffer.allocate(0);
  private boolean ended = false;

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription upstream) {
    subscription = upstream;
    if (closed) {
      upstream.cancel();
    } else {
      upstream.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> item) {
    arrived.add(item);
  }

  @Override
  public void onError(Throwable cause) {
    failure = cause;
    arrived.add(END);
  }

  @Override
  public void onComplete() {
    arrived.add(END);
  }

  @Override
  public int read() throws IOException {
    return isThereMore() ? current.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!isThereMore()) {
      return -1;
    }
    int count = Math.min(length, current.remaining());
    current.get(target, offset, count);
    return count;
  }

  /** Waits until a byte is at hand; false at the end. */
  private boolean isThereMore() throws IOException {
    while (!current.hasRemaining()) {
      if (part.hasNext()) {
        current = part.next();
      } else if (ended || !nextPart()) {
        return false;
      }
    }
    return true;
  }

  private boolean nextPart() throws IOException {
    List<ByteBuffer> next = take();
    if (closed) {
      throw new IOException("closed");
    }
    if (next != END) {
      part = next.iterator();
      Flow.Subscription upstream = subscription;
      if (upstream != null) {
        upstream.request(1);
      }
      return true;
    }
    ended = true;
    if (failure != null) {
      throw new IOException("broken off", failure);
    }
    return false;
  }

  private List<ByteBuffer> take() throws IOException {
    try {
      return arrived.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Closes the connection unless the body was received to its end, and wakes the reader. */
  @Override
  public void close() {
    closed = true;
    Flow.Subscription upstream = subscription;
    if (upstream != null) {
      upstream.cancel();
    }
    arrived.add(END);
  }
}
