package dev.assay.run;

/** Is told what becomes of a run that it began. Calls come from the threads of its answers. */
@FunctionalInterface
public interface RunWatcher {
  /** Nobody needs to know. */
  RunWatcher NONE = (run, result, isEnd) -> {};

  /**
   * An answer has ended and is stored.
   *
   * @param run as it is then, its parts unread
   * @param isEnd whether it was the last one, and the run is stored too
   */
  void ended(Run run, Result result, boolean isEnd);
}
