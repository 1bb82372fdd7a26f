package dev.assay.run.export;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.run.Result;
import dev.assay.run.Run;
import dev.assay.run.RunArchive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file of runs, part by part. Each part is made when it is asked for, and holds one
 * result at most: whoever reads slowly makes nothing wait in the memory.
 */
final class ExportParts implements Iterator<byte[]> {
  private final RunArchive archive;
  private final Iterator<Run> runs;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final RunWriter writer;
  private @Nullable Run run;
  private Iterator<Result> results = Collections.emptyIterator();
  private boolean isDone = false;

  /** Written by another thread. */
  private volatile boolean isStopped = false;

  ExportParts(RunArchive archive, Iterator<Run> runs, Format format) {
    this.archive = archive;
    this.runs = runs;
    try {
      this.writer = format.writer(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whoever reads it may not any more: the next part fails. */
  void stop() {
    isStopped = true;
  }

  @Override
  public boolean hasNext() {
    return !isDone;
  }

  @Override
  public byte[] next() {
    if (isDone) {
      throw new NoSuchElementException();
    }
    if (isStopped) {
      throw new AppException(ErrorCode.UNAUTHENTICATED, "You were signed out before the end.");
    }
    try {
      write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] part = out.toByteArray();
    out.reset();
    return part;
  }

  private void write() throws IOException {
    if (run != null && results.hasNext()) {
      writer.result(run, results.next());
    } else if (run != null) {
      writer.end();
      run = null;
    } else if (runs.hasNext()) {
      run = runs.next();
      results = archive.results(run);
      writer.begin(run);
    } else {
      writer.finish();
      isDone = true;
    }
  }
}
