package dev.assay.run;

import dev.assay.provider.TextKind;

/**
 * Something that happened in a run. The records bear the names of the schema's types.
 *
 * <p>{@code sequence} rises by one from event to event; {@code atMs} counts from the run's start on
 * the server's monotonic clock.
 */
public sealed interface RunEvent {
  /** The run. */
  RunId runId();

  /** The event's number; of a snapshot, that of the last event that it contains. */
  int sequence();

  /** When it happened. */
  double atMs();

  /** All that has happened so far, in place of everything a reader holds. */
  record RunSnapshot(RunId runId, int sequence, double atMs, Run run) implements RunEvent {}

  /**
   * A piece of text arrived.
   *
   * @param offset UTF-16 units of the same kind before it
   */
  record TextAppended(
      RunId runId,
      int sequence,
      double atMs,
      ResultId resultId,
      String text,
      TextKind kind,
      int offset,
      int tokens)
      implements RunEvent {}

  /** A result was begun. */
  record ResultChanged(RunId runId, int sequence, double atMs, Result result) implements RunEvent {}

  /** A result ended, and is stored. */
  record ResultFinished(RunId runId, int sequence, double atMs, Result result)
      implements RunEvent {}

  /** The run ended, and is stored. Nothing follows. */
  record RunFinished(RunId runId, int sequence, double atMs, Run run) implements RunEvent {}

  /** How much memory it holds, in UTF-16 units, roughly. */
  static int weigh(RunEvent event) {
    int fixed = 64;
    return switch (event) {
      case TextAppended appended -> fixed + appended.text().length();
      case ResultFinished finished -> fixed + length(finished.result());
      case ResultChanged _, RunSnapshot _, RunFinished _ -> fixed;
    };
  }

  private static int length(Result result) {
    String text = result.text();
    String reasoning = result.reasoning();
    return (text == null ? 0 : text.length()) + (reasoning == null ? 0 : reasoning.length());
  }
}
