package dev.assay.event;

import org.jspecify.annotations.Nullable;

/**
 * One reader's place in a sequence of events. It holds a position, not a backlog: a reader that
 * falls behind costs no memory, and finds a snapshot where the events that it missed are no longer
 * remembered.
 *
 * <p>{@link #next} belongs to one thread at a time; {@link #close} may be called from any.
 */
public interface Reader<E> extends AutoCloseable {
  /**
   * Waits for the next event. Null once nothing follows, or once the reader is closed; then it
   * stays null.
   */
  @Nullable E next() throws InterruptedException;

  /**
   * Ends the reader; a waiting {@link #next} returns null at once. Does nothing the second time.
   */
  @Override
  void close();
}
