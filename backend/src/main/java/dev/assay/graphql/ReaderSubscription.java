package dev.assay.graphql;

import dev.assay.event.Reader;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A reader and its one subscriber, joined by a virtual thread that waits for demand, then for the
 * next event, and so on. Nothing follows {@code onComplete} or {@code onError}, and nothing follows
 * a cancellation, except an event that was already on its way.
 */
final class ReaderSubscription<E> implements Subscription, Runnable {
  private final Supplier<Reader<E>> source;
  private final Subscriber<? super E> subscriber;

  // Any thread.
  private final AtomicLong demand = new AtomicLong();
  private final Thread thread = Thread.ofVirtual().name("subscription").unstarted(this);
  private volatile @Nullable Reader<E> reader;
  private volatile boolean cancelled;

  ReaderSubscription(Supplier<Reader<E>> source, Subscriber<? super E> subscriber) {
    this.source = source;
    this.subscriber = subscriber;
  }

  void start() {
    subscriber.onSubscribe(this);
    thread.start();
  }

  @Override
  public void request(long n) {
    if (n <= 0) {
      throw new IllegalArgumentException("A subscriber must ask for at least one event.");
    }
    demand.updateAndGet(old -> old + n < 0 ? Long.MAX_VALUE : old + n);
    if (Thread.currentThread() != thread) {
      LockSupport.unpark(thread);
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
    LockSupport.unpark(thread);
    Reader<E> open = reader;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void run() {
    try (Reader<E> open = source.get()) {
      reader = open;
      deliver(open);
    } catch (Throwable e) {
      if (!cancelled) {
        subscriber.onError(e);
      }
    }
  }

  private void deliver(Reader<E> open) throws InterruptedException {
    while (awaitDemand()) {
      E event = open.next();
      if (cancelled) {
        return;
      }
      if (event == null) {
        subscriber.onComplete();
        return;
      }
      demand.decrementAndGet();
      subscriber.onNext(event);
    }
  }

  /** False once the subscriber has gone. */
  private boolean awaitDemand() {
    while (demand.get() == 0 && !cancelled) {
      LockSupport.park(this);
    }
    return !cancelled;
  }
}
