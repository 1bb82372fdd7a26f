package dev.assay.graphql;

import dev.assay.event.Reader;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A reader and its one subscriber. Plain events are given out by whoever brings them, or brings the
 * demand for them; whatever may wait or look something up happens on a virtual thread, which ends
 * when there is nothing more to do. Nothing follows {@code onComplete} or {@code onError}, and
 * nothing follows a cancellation, except an event that was already on its way.
 */
final class ReaderSubscription<E> implements Subscription {
  private final Supplier<Reader<E>> source;
  private final Subscriber<? super E> subscriber;
  private final DirectAnswers direct;
  private final Runnable signal = this::signal;

  // Any thread.
  private final AtomicLong demand = new AtomicLong();
  private volatile @Nullable Reader<E> reader;
  private volatile boolean cancelled;

  /**
   * What has happened since somebody last had nothing to give out. Who raises it from 0 delivers,
   * until it is 0 again; that is how one thread at a time does. It begins with the thread that
   * opens the reader, and stays above 0 after the end.
   */
  private final AtomicInteger signals = new AtomicInteger(1);

  ReaderSubscription(
      Supplier<Reader<E>> source, Subscriber<? super E> subscriber, DirectAnswers direct) {
    this.source = source;
    this.subscriber = subscriber;
    this.direct = direct;
  }

  void start() {
    subscriber.onSubscribe(this);
    onVirtualThread(() -> deliver(open(), true));
  }

  @Override
  public void request(long n) {
    if (n <= 0) {
      throw new IllegalArgumentException("A subscriber must ask for at least one event.");
    }
    demand.updateAndGet(old -> old + n < 0 ? Long.MAX_VALUE : old + n);
    signal();
  }

  @Override
  public void cancel() {
    cancelled = true;
    Reader<E> open = reader;
    if (open != null) {
      open.close();
    }
  }

  private Reader<E> open() {
    Reader<E> opened = source.get();
    reader = opened;
    return opened;
  }

  private void signal() {
    if (signals.getAndIncrement() == 0) {
      // It was opened before the first one who delivered let go.
      guarded(() -> deliver(Objects.requireNonNull(reader), false));
    }
  }

  private void onVirtualThread(Delivery delivery) {
    Thread.ofVirtual().name("subscription").start(() -> guarded(delivery));
  }

  private void deliver(Reader<E> open, boolean mayWait) throws InterruptedException {
    int seen;
    do {
      seen = signals.get();
      if (!deliverReady(open, mayWait)) {
        return;
      }
    } while (!signals.compareAndSet(seen, 0));
  }

  /** False where nothing is left to do here: it is over, or goes on on a virtual thread. */
  private boolean deliverReady(Reader<E> open, boolean mayWait) throws InterruptedException {
    while (demand.get() > 0 && !cancelled) {
      E event = open.nextPlain();
      boolean isPlain = event != null;
      if (event == null) {
        if (!open.isReady(signal)) {
          return true;
        }
        if (!mayWait) {
          onVirtualThread(() -> deliver(open, true));
          return false;
        }
        event = open.next();
      }
      if (event == null || cancelled) {
        return end(open);
      }
      demand.decrementAndGet();
      if (!isPlain || !direct.give(event)) {
        subscriber.onNext(event);
      }
    }
    return !cancelled || end(open);
  }

  private boolean end(Reader<E> open) {
    open.close();
    if (!cancelled) {
      subscriber.onComplete();
    }
    return false;
  }

  private interface Delivery {
    void run() throws InterruptedException;
  }

  private void guarded(Delivery delivery) {
    try {
      delivery.run();
    } catch (Throwable e) {
      Reader<E> open = reader;
      if (open != null) {
        open.close();
      }
      if (!cancelled) {
        subscriber.onError(e);
      }
    }
  }
}
