package dev.assay.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * What was asked and what was sent when: the simulator's own account, against which tests check the
 * product. It keeps the latest exchanges, as many as the settings say. Any thread may use it.
 */
public final class SimulatorLog {
  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final AtomicInteger waiters = new AtomicInteger();
  private final AtomicLong changes = new AtomicLong();

  // Guarded by lock.
  private final ArrayDeque<Exchange> kept = new ArrayDeque<>();
  private long lastId;

  SimulatorLog(int capacity) {
    this.capacity = capacity;
  }

  /** The exchanges that are kept, oldest first. */
  public List<Exchange> exchanges() {
    lock.lock();
    try {
      return List.copyOf(kept);
    } finally {
      lock.unlock();
    }
  }

  /** The exchanges that are kept and fit, oldest first. */
  public List<Exchange> exchanges(Predicate<Exchange> wanted) {
    return exchanges().stream().filter(wanted).toList();
  }

  /** Forgets all exchanges; those that still run are then only known to who holds them. */
  public void clear() {
    lock.lock();
    try {
      kept.clear();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until an exchange fits and returns the oldest that does.
   *
   * @throws IllegalStateException when none did in time; the message shows what there was
   */
  public Exchange await(Predicate<Exchange> wanted, Duration atMost) {
    return await(1, wanted, atMost).getFirst();
  }

  /**
   * Waits until at least {@code count} exchanges fit and returns all that do, oldest first.
   *
   * @throws IllegalStateException when there were fewer in time; the message shows what there was
   */
  public List<Exchange> await(int count, Predicate<Exchange> wanted, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    waiters.incrementAndGet();
    try {
      while (true) {
        long seen = changes.get();
        List<Exchange> found = exchanges(wanted);
        if (found.size() >= count) {
          return found;
        }
        if (!awaitChange(seen, deadline)) {
          throw new IllegalStateException(
              "%d of %d exchanges in %s; the log: %s"
                  .formatted(found.size(), count, atMost, exchanges()));
        }
      }
    } finally {
      waiters.decrementAndGet();
    }
  }

  Exchange begin(long nanos, RequestHead head) {
    Exchange exchange;
    lock.lock();
    try {
      exchange = new Exchange(++lastId, nanos, head, this::signal);
      if (kept.size() == capacity) {
        kept.removeFirst();
      }
      kept.addLast(exchange);
    } finally {
      lock.unlock();
    }
    signal();
    return exchange;
  }

  /** Costs an atomic increment while nobody waits: it is called for every token. */
  private void signal() {
    changes.incrementAndGet();
    if (waiters.get() == 0) {
      return;
    }
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Says whether something may have changed; false once the deadline has passed. */
  private boolean awaitChange(long seen, long deadline) {
    lock.lock();
    try {
      while (changes.get() == seen) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        changed.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
