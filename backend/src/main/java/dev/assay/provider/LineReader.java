package dev.assay.provider;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts bytes into lines that end in LF or CRLF. Lines may arrive in any number of parts, also cut
 * within a character; one that arrives within a part is not copied.
 */
final class LineReader {
  private static final byte[] NOTHING = new byte[0];
  private final int maxBytes;
  private final Line line = new Line();
  private byte[] buffer = NOTHING;
  private int start = 0;
  private int end = 0;

  /** Where the first byte is that has not been looked at. */
  private int looked = 0;

  /** A line has more bytes than are allowed. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1;
  }

  LineReader(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Adds what arrived. It is the reader's from now on. */
  void add(byte[] part) {
    if (start == end) {
      buffer = part;
      start = 0;
      end = part.length;
      looked = 0;
      return;
    }
    int rest = end - start;
    if (buffer.length - end < part.length) {
      byte[] larger = rest + part.length > buffer.length ? larger(rest + part.length) : buffer;
      System.arraycopy(buffer, start, larger, 0, rest);
      buffer = larger;
      looked -= start;
      start = 0;
      end = rest;
    }
    System.arraycopy(part, 0, buffer, end, part.length);
    end += part.length;
  }

  /** Room to grow, so that a line of many parts is not copied for each of them. */
  private static byte[] larger(int needed) {
    return new byte[Math.addExact(needed, needed / 2)];
  }

  /**
   * The next line, valid until something is added; null where none is whole. What stands behind the
   * last end mark is not a line.
   */
  @Nullable Line next() throws TooLongException {
    for (; looked < end; looked++) {
      if (buffer[looked] == '\n') {
        return take(looked++);
      }
    }
    if (end - start > maxBytes) {
      throw new TooLongException();
    }
    return null;
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
}
