package dev.assay.secret;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.secret.EncryptionKeys.Key;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what people store and nobody may read: with AES-256-GCM, bound to what it belongs to, so
 * that a row's key is of no use in another row.
 */
@Singleton
public final class Secrets {
  private final List<Key> keys;

  Secrets(EncryptionKeys keys) {
    this.keys = keys.all();
  }

  /**
   * Encrypts a text; twice the same text gives two different results.
   *
   * @param belongsTo what must be said again to decrypt it, such as a server's address; not secret
   */
  public byte[] encrypt(String plain, String belongsTo) {
    try {
      return keys.getFirst().aead().encrypt(bytes(plain), bytes(belongsTo));
    } catch (GeneralSecurityException e) {
      throw failure("A key could not be encrypted.", e);
    }
  }

  /**
   * Decrypts what {@link #encrypt} gave. Throws {@code INTERNAL} where it belongs to something
   * else, was changed, or was encrypted with none of the {@code ENCRYPTION_KEY}s.
   */
  public String decrypt(byte[] encrypted, String belongsTo) {
    GeneralSecurityException cause = null;
    for (Key key : keys) {
      try {
        if (key.encrypted(encrypted)) {
          return new String(
              key.aead().decrypt(encrypted, bytes(belongsTo)), StandardCharsets.UTF_8);
        }
      } catch (GeneralSecurityException e) {
        cause = e;
      }
    }
    throw failure(
        "A stored key cannot be decrypted: put the former ENCRYPTION_KEY back, or enter the key"
            + " again.",
        cause);
  }

  /** Whether a text was encrypted with the key that encrypts now. */
  public boolean isCurrent(byte[] encrypted) {
    return keys.getFirst().encrypted(encrypted);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static AppException failure(String message, @Nullable GeneralSecurityException cause) {
    AppException failure = new AppException(ErrorCode.INTERNAL, message);
    failure.initCause(cause);
    return failure;
  }
}
