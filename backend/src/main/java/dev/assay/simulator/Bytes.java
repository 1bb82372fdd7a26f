package dev.assay.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** A growing array of bytes that is written again and again. Not for several threads. */
final class Bytes {
  private static final byte[] HEX = "0123456789abcdef".getBytes(UTF_8);
  private static final byte[] CR_LF = "\r\n".getBytes(UTF_8);
  private static final int UTF_8_MOST = 3;
  private static final int ESCAPE_MOST = 6;
  private static final int KEPT = 256 * 1024;

  private byte[] array = new byte[1024];
  private int size;

  byte[] array() {
    return array;
  }

  int size() {
    return size;
  }

  byte at(int index) {
    return array[index];
  }

  /** Empties it; what a huge token made it grow to is let go. */
  Bytes clear() {
    size = 0;
    if (array.length > KEPT) {
      array = new byte[1024];
    }
    return this;
  }

  Bytes put(byte[] bytes) {
    return put(bytes, 0, bytes.length);
  }

  Bytes put(byte[] bytes, int from, int to) {
    room(to - from);
    System.arraycopy(bytes, from, array, size, to - from);
    size += to - from;
    return this;
  }

  /** These bytes as a chunk of HTTP/1.1. */
  Bytes putChunk(byte[] bytes, int from, int to) {
    int digits = Math.max(1, (35 - Integer.numberOfLeadingZeros(to - from)) / 4);
    room(digits);
    for (int digit = digits - 1; digit >= 0; digit--) {
      array[size++] = HEX[(to - from) >>> (4 * digit) & 15];
    }
    return put(CR_LF).put(bytes, from, to).put(CR_LF);
  }

  /** The text as the inside of a JSON string, in UTF-8. */
  Bytes putJson(String text) {
    room(text.length() * UTF_8_MOST);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        putEscaped(c, text.length() - i);
      } else if (c < 0x80) {
        array[size++] = (byte) c;
      } else {
        return putRest(text, i);
      }
    }
    return this;
  }

  /** From the first character that is not ASCII on, which may be one of a pair. */
  private Bytes putRest(String text, int from) {
    byte[] rest = text.substring(from).getBytes(UTF_8);
    for (int i = 0; i < rest.length; i++) {
      byte b = rest[i];
      if ((b >= 0 && b < ' ') || b == '"' || b == '\\') {
        putEscaped((char) b, rest.length - i);
      } else {
        array[size++] = b;
      }
    }
    return this;
  }

  /** Before {@code left} more characters or bytes follow. */
  private void putEscaped(char c, int left) {
    room(ESCAPE_MOST + left * UTF_8_MOST);
    array[size++] = '\\';
    switch (c) {
      case '"', '\\' -> array[size++] = (byte) c;
      case '\n' -> array[size++] = 'n';
      case '\r' -> array[size++] = 'r';
      case '\t' -> array[size++] = 't';
      default -> {
        array[size++] = 'u';
        array[size++] = '0';
        array[size++] = '0';
        array[size++] = HEX[c >> 4];
        array[size++] = HEX[c & 15];
      }
    }
  }

  private void room(int more) {
    if (array.length - size < more) {
      array = Arrays.copyOf(array, Math.max(array.length * 2, size + more));
    }
  }
}
