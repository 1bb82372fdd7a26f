package dev.assay.generation;

import dev.assay.provider.TextKind;

/**
 * Follows one answer. All calls come from the thread that makes it, in order: {@link #begun} at
 * most once, then {@link #again} any number of times, then pieces. Calls must be quick; nothing
 * follows once {@link Generation#generate} has returned.
 */
public interface GenerationListener {
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
