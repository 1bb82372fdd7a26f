package dev.assay.provider;

import java.nio.charset.StandardCharsets;

/**
 * A stretch of a buffer that holds one line as UTF-8, without its end. One object serves all lines
 * of a stream: it is valid until the next line is read.
 */
public final class Line {
  private byte[] buffer = new byte[0];
  private int offset;
  private int length;

  Line set(byte[] newBuffer, int newOffset, int newLength) {
    buffer = newBuffer;
    offset = newOffset;
    length = newLength;
    return this;
  }

  /** Where the line is. */
  public byte[] buffer() {
    return buffer;
  }

  /** Where in the buffer it begins. */
  public int offset() {
    return offset;
  }

  /** How many bytes it has. */
  public int length() {
    return length;
  }

  /** Whether it is exactly this ASCII text. */
  public boolean equalsAscii(String text) {
    return length == text.length() && startsWith(text);
  }

  /**
   * Moves the beginning behind a prefix and the spaces after it. False, and nothing moves, where it
   * has no such one.
   */
  boolean cutPrefix(String prefix) {
    if (!startsWith(prefix)) {
      return false;
    }
    int cut = prefix.length();
    while (cut < length && buffer[offset + cut] == ' ') {
      cut++;
    }
    offset += cut;
    length -= cut;
    return true;
  }

  private boolean startsWith(String text) {
    if (length < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (buffer[offset + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return new String(buffer, offset, length, StandardCharsets.UTF_8);
  }
}
