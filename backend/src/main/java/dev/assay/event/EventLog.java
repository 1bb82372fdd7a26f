package dev.assay.event;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The events of one key: numbered from 1 without a gap, and remembered as far as the bounds allow.
 *
 * <p>The log's lock also guards the state that the events describe. Whoever changes that state does
 * so inside {@link #append}, so a snapshot taken under the same lock holds exactly the events up to
 * its number. That is what lets a reader that fell behind be given one snapshot instead of a
 * backlog, and lets readers be mere positions: a slow or silent one costs nothing but its place.
 *
 * <p>Readers share snapshots: one serves all who come while most of what followed it is remembered.
 * So a hundred readers of a long text do not cost a hundred copies of it.
 *
 * <p>The thread that appends tells the readers that wait, so that an event can go the whole way to
 * them without another thread being woken.
 */
public final class EventLog<E> {
  /** More readers than these are told on threads of their own: one must not pay for all of them. */
  private static final int TOLD_AT_ONCE = 4;

  private final int maxEvents;
  private final int maxWeight;
  private final ToIntFunction<E> weigh;
  private final Predicate<E> isPlain;
  private final IntFunction<E> snapshot;
  private final Runnable onFinish;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // Guarded by the lock.
  private @Nullable Object[] ring = new Object[16];
  private int first = 1;
  private int last = 0;
  private long weight = 0;
  private boolean finished = false;
  private @Nullable E latestSnapshot;
  private int latestSnapshotAt;
  private List<Position> waiting = new ArrayList<>();

  EventLog(
      int maxEvents,
      int maxWeight,
      ToIntFunction<E> weigh,
      Predicate<E> isPlain,
      IntFunction<E> snapshot,
      Runnable onFinish) {
    this.maxEvents = maxEvents;
    this.maxWeight = maxWeight;
    this.weigh = weigh;
    this.isPlain = isPlain;
    this.snapshot = snapshot;
    this.onFinish = onFinish;
  }

  /**
   * Adds the event that {@code make} gives for its number. {@code make} runs under the lock: it
   * also changes the state that the event tells of, and does nothing slow.
   */
  public void append(IntFunction<E> make) {
    append(make, false);
  }

  /**
   * Adds the last event. Readers end after it, and the topic forgets the key; new readers must look
   * elsewhere.
   */
  public void finish(IntFunction<E> make) {
    append(make, true);
    onFinish.run();
  }

  private void append(IntFunction<E> make, boolean isLast) {
    List<Position> told;
    lock.lock();
    try {
      if (finished) {
        throw new IllegalStateException("Nothing follows the last event.");
      }
      remember(make.apply(last + 1));
      finished = isLast;
      changed.signalAll();
      told = takeWaiting();
    } finally {
      lock.unlock();
    }
    boolean areMany = told.size() > TOLD_AT_ONCE;
    for (Position reader : told) {
      reader.tell(areMany);
    }
  }

  private List<Position> takeWaiting() {
    if (waiting.isEmpty()) {
      return List.of();
    }
    List<Position> taken = waiting;
    waiting = new ArrayList<>(taken.size());
    taken.forEach(reader -> reader.isWaiting = false);
    return taken;
  }

  /** Reads the state that the events describe, as it is between two events. */
  public <T> T inspect(Supplier<T> read) {
    lock.lock();
    try {
      return read.get();
    } finally {
      lock.unlock();
    }
  }

  /** Changes what snapshots tell of and no event does. */
  public void amend(Runnable change) {
    lock.lock();
    try {
      change.run();
      latestSnapshot = null;
    } finally {
      lock.unlock();
    }
  }

  /** The number of the newest event; 0 before the first. */
  public int last() {
    return inspect(() -> last);
  }

  /**
   * A new reader.
   *
   * @param after the last event that it has seen; null, or a number that is no longer remembered,
   *     begins with a snapshot
   */
  public Reader<E> read(@Nullable Integer after) {
    return new Position(after == null ? Position.NOWHERE : after);
  }

  private void remember(E event) {
    last++;
    int size = last - first + 1;
    if (size > ring.length) {
      grow();
    }
    ring[last & (ring.length - 1)] = event;
    weight += weigh.applyAsInt(event);
    while (first < last && (last - first + 1 > maxEvents || weight > maxWeight)) {
      weight -= weigh.applyAsInt(at(first));
      ring[first & (ring.length - 1)] = null;
      first++;
    }
    if (latestSnapshotAt < first - 1) {
      latestSnapshot = null;
    }
  }

  /** A snapshot behind which at most half of what is remembered has to be read. */
  private E recentSnapshot() {
    E recent = latestSnapshot;
    if (recent == null || last - latestSnapshotAt > (last - first + 1) / 2) {
      recent = snapshot.apply(last);
      latestSnapshot = recent;
      latestSnapshotAt = last;
    }
    return recent;
  }

  private void grow() {
    Object[] larger = new Object[ring.length * 2];
    for (int i = first; i < last; i++) {
      larger[i & (larger.length - 1)] = at(i);
    }
    ring = larger;
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // Only asked for numbers that are remembered.
  private E at(int sequence) {
    return (E) ring[sequence & (ring.length - 1)];
  }

  /** A reader is the number of the last event that it gave out. */
  private final class Position implements Reader<E> {
    private static final int NOWHERE = -1;

    // Guarded by the log's lock.
    private int seen;
    private boolean closed = false;
    private boolean isWaiting = false;
    private Runnable whenReady = () -> {};

    Position(int seen) {
      this.seen = seen;
    }

    @Override
    public @Nullable E next() throws InterruptedException {
      lock.lockInterruptibly();
      try {
        while (!closed) {
          if (seen < first - 1 || seen > last) {
            return fromSnapshot();
          }
          if (seen < last) {
            return at(++seen);
          }
          if (finished) {
            return null;
          }
          changed.await();
        }
        return null;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public @Nullable E nextPlain() {
      lock.lock();
      try {
        boolean isAtHand = !closed && seen >= first - 1 && seen < last;
        return isAtHand && isPlain.test(at(seen + 1)) ? at(++seen) : null;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public boolean isReady(Runnable whenReady) {
      lock.lock();
      try {
        if (closed || finished || seen != last) {
          return true;
        }
        this.whenReady = whenReady;
        if (!isWaiting) {
          isWaiting = true;
          waiting.add(this);
        }
        return false;
      } finally {
        lock.unlock();
      }
    }

    /** Only once it does not wait any more. */
    private void tell(boolean onItsOwnThread) {
      if (onItsOwnThread) {
        Thread.startVirtualThread(whenReady);
      } else {
        whenReady.run();
      }
    }

    private E fromSnapshot() {
      if (finished) {
        // The last event of all is always given itself: readers wait for it.
        seen = last - 1;
        return snapshot.apply(seen);
      }
      E recent = recentSnapshot();
      seen = latestSnapshotAt;
      return recent;
    }

    @Override
    public void close() {
      boolean wasWaiting;
      lock.lock();
      try {
        closed = true;
        wasWaiting = isWaiting;
        isWaiting = false;
        waiting.remove(this);
        changed.signalAll();
      } finally {
        lock.unlock();
      }
      if (wasWaiting) {
        tell(false);
      }
    }
  }
}
