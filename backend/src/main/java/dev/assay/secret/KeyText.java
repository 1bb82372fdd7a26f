package dev.assay.secret;

import com.google.crypto.tink.subtle.Hkdf;
import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text that keys are made of: what a setting holds, or else what was generated into a file. It
 * is long and random, so one round of HKDF makes a key of it.
 */
final class KeyText {
  private static final int MIN_CHARACTERS = 32;

  /** Random text of the least length has more; what people make up by hand often has fewer. */
  private static final int MIN_DIFFERENT = 10;

  private final String text;

  private KeyText(String text) {
    this.text = text;
  }

  /**
   * Those of a setting that may hold several, separated by commas; the first is the one in use, the
   * others are on their way in or out. Throws like {@link #strong}.
   */
  static List<KeyText> all(String setting, @Nullable String given, Path file) {
    if (given == null || given.isBlank()) {
      return List.of(new KeyText(KeyFile.read(file, setting)));
    }
    return Arrays.stream(given.split(",", -1))
        .map(String::strip)
        .map(text -> strong(setting, text))
        .toList();
  }

  /** The text itself where it is strong. Throws {@code INTERNAL}, naming the setting. */
  private static KeyText strong(String setting, String given) {
    if (given.length() < MIN_CHARACTERS) {
      throw weak("%s must have at least %d characters".formatted(setting, MIN_CHARACTERS));
    }
    if (given.chars().distinct().count() < MIN_DIFFERENT) {
      throw weak("%s can be guessed".formatted(setting));
    }
    return new KeyText(given);
  }

  private static AppException weak(String what) {
    return new AppException(ErrorCode.INTERNAL, what + ": make one with `openssl rand -hex 32`.");
  }

  /** Bytes for one purpose, of no use for another. */
  byte[] derive(String purpose, int length) {
    try {
      return Hkdf.computeHkdf(
          "HMACSHA256",
          text.getBytes(StandardCharsets.UTF_8),
          new byte[0],
          purpose.getBytes(StandardCharsets.UTF_8),
          length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
