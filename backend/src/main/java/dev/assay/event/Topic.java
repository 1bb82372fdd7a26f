package dev.assay.event;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The logs of all keys that are live in this process. A key is opened by the one who publishes and
 * is forgotten with its last event.
 */
public final class Topic<K, E> {
  private final ConcurrentHashMap<K, EventLog<E>> logs = new ConcurrentHashMap<>();
  private final int maxWeight;
  private final ToIntFunction<E> weigh;
  private final Predicate<E> isPlain;

  /**
   * @param maxWeight how much one log remembers, in the unit of {@code weigh}
   * @param weigh how heavy an event is
   * @param isPlain whether an event is given out by the thread that brings it, as {@link
   *     Reader#nextPlain} says
   */
  public Topic(int maxWeight, ToIntFunction<E> weigh, Predicate<E> isPlain) {
    this.maxWeight = maxWeight;
    this.weigh = weigh;
    this.isPlain = isPlain;
  }

  /**
   * Opens a log.
   *
   * @param maxEvents how many events it remembers
   * @param snapshot makes the event that stands for everything up to a number; called under the
   *     log's lock
   */
  public EventLog<E> open(K key, int maxEvents, IntFunction<E> snapshot) {
    EventLog<E> log =
        new EventLog<>(maxEvents, maxWeight, weigh, isPlain, snapshot, () -> logs.remove(key));
    if (logs.putIfAbsent(key, log) != null) {
      throw new IllegalStateException("This key is open already.");
    }
    return log;
  }

  /** Forgets a key that was opened but will never have events. */
  public void discard(K key) {
    logs.remove(key);
  }

  /** A reader of a live key; null where the key is not, or no longer, live here. */
  public @Nullable Reader<E> read(K key, @Nullable Integer after) {
    EventLog<E> log = logs.get(key);
    return log == null ? null : log.read(after);
  }
}
