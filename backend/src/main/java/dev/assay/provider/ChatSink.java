package dev.assay.provider;

/**
 * Takes an answer's pieces, one after the other, on whichever thread has them: mostly an event loop
 * that serves many streams, so it must be quick and must not wait.
 */
@FunctionalInterface
public interface ChatSink {
  /**
   * A piece of text arrived.
   *
   * @param text never empty
   * @param tokens how many it holds: by the server's running count, else 1
   */
  void piece(TextKind kind, String text, int tokens);
}
