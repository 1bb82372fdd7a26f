package dev.assay.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Random texts that mean nothing by themselves. They hold 256 bits, so nobody can guess one, and a
 * plain SHA-256 is enough to keep: there is nothing to try through.
 */
final class Opaque {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private Opaque() {}

  /** A new one, of 43 letters, digits, hyphens and underscores. */
  static String next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is kept of one. */
  static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
