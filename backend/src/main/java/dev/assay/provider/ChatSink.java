package dev.assay.provider;

/** Takes an answer's pieces, in order, on the thread that reads the stream. Must be quick. */
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
