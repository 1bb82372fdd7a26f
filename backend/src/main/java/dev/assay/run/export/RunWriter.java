package dev.assay.run.export;

import dev.assay.run.Result;
import dev.assay.run.Run;
import java.io.IOException;

/**
 * Writes runs to a stream in one format, one after the other: a run's begin, its results by lane
 * and iteration, its end. What was written stands in the stream when a call returns.
 */
interface RunWriter {
  /**
   * Writes what stands before a run's results. The run has its parts, whose texts may be absent.
   */
  void begin(Run run) throws IOException;

  /** Writes a result, which has its texts. */
  void result(Run run, Result result) throws IOException;

  /** Writes what stands behind a run's results. */
  void end() throws IOException;

  /** Writes what stands behind all runs. */
  void finish() throws IOException;
}
