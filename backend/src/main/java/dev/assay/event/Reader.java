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
   * The next event, if it is at hand and so plain that whoever brought it may also give it out: it
   * holds all that can be asked of it. Null otherwise. Never waits.
   */
  default @Nullable E nextPlain() {
    return null;
  }

  /**
   * Whether {@link #next} is to be asked now. If not, {@code whenReady} is run once it is, by
   * whoever brings the event or closes the reader; it must not hold that thread up. A reader that
   * can only wait is always to be asked.
   */
  default boolean isReady(Runnable whenReady) {
    return true;
  }

  /**
   * Ends the reader; a waiting {@link #next} returns null at once. Does nothing the second time.
   */
  @Override
  void close();
}
