package dev.assay.provider;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into lines that end in LF or CRLF, without copying them. Lines may arrive
 * in any number of parts, also cut within a character.
 */
final class LineReader {
  private static final int FIRST_SIZE = 4 * 1024;
  private final InputStream in;
  private final int maxBytes;
  private final Line line = new Line();
  private byte[] buffer = new byte[FIRST_SIZE];
  private int start = 0;
  private int end = 0;

  /** A line has more bytes than are allowed. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1;
  }

  LineReader(InputStream in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /**
   * The next line; null at the end of the stream. A last line without an end mark is not a line.
   */
  @Nullable Line next() throws IOException {
    int looked = start;
    while (true) {
      for (int i = looked; i < end; i++) {
        if (buffer[i] == '\n') {
          return take(i);
        }
      }
      looked = end - start;
      if (looked > maxBytes) {
        throw new TooLongException();
      }
      if (!fill()) {
        return null;
      }
      looked += start;
    }
  }

  private Line take(int lineEnd) {
    int begin = start;
    start = lineEnd + 1;
    int length = lineEnd - begin;
    if (length > 0 && buffer[lineEnd - 1] == '\r') {
      length--;
    }
    return line.set(buffer, begin, length);
  }

  /** Reads on behind what is there. False at the end of the stream. */
  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int count = in.read(buffer, end, buffer.length - end);
    end += Math.max(count, 0);
    return count >= 0;
  }
}
