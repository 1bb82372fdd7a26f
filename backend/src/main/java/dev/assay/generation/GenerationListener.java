package dev.assay.generation;

import dev.assay.provider.TextKind;
import java.util.function.IntSupplier;

/**
 * Follows one answer. Calls come one after the other: {@link #waits} and {@link #begun} at most
 * once, then {@link #again} any number of times, then pieces. Those come on whichever thread has
 * them, mostly an event loop that serves many streams, so they must not wait; all calls must be
 * quick. Nothing follows once {@link Generation#generate} has returned.
 */
public interface GenerationListener {
  /**
   * It waits in its model server's queue.
   *
   * @param place tells at any time, on any thread, which place it has: 1 for the next, 0 once it
   *     waits no more
   */
  void waits(IntSupplier place);

  /** It has a place, and the request is about to be sent. */
  void begun(Timings timings);

  /**
   * The model server failed before it said a word, and is asked once more.
   *
   * @param attempt 2 for the first time that it is asked again
   */
  void again(int attempt);

  /**
   * A piece of text arrived.
   *
   * @param nanos {@link System#nanoTime} of its arrival
   */
  void piece(TextKind kind, String text, int tokens, long nanos);
}
