package dev.assay.secret;

import com.google.crypto.tink.Aead;
import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Encrypts what people store and nobody may read: with AES-256-GCM, bound to what it belongs to, so
 * that a row's key is of no use in another row.
 */
@Singleton
public final class Secrets {
  private final Aead aead;

  Secrets(EncryptionKey key) {
    this.aead = key.aead();
  }

  /**
   * Encrypts a text; twice the same text gives two different results.
   *
   * @param belongsTo what must be said again to decrypt it, such as a server's address; not secret
   */
  public byte[] encrypt(String plain, String belongsTo) {
    try {
      return aead.encrypt(bytes(plain), bytes(belongsTo));
    } catch (GeneralSecurityException e) {
      throw failure("A key could not be encrypted.", e);
    }
  }

  /**
   * Decrypts what {@link #encrypt} gave. Throws {@code INTERNAL} where it belongs to something
   * else, was changed, or was encrypted with another {@code ENCRYPTION_KEY}.
   */
  public String decrypt(byte[] encrypted, String belongsTo) {
    try {
      return new String(aead.decrypt(encrypted, bytes(belongsTo)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw failure(
          "A stored key cannot be decrypted: put the former ENCRYPTION_KEY back, or enter the key"
              + " again.",
          e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static AppException failure(String message, GeneralSecurityException cause) {
    AppException failure = new AppException(ErrorCode.INTERNAL, message);
    failure.initCause(cause);
    return failure;
  }
}
