package dev.assay.secret;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that all others are encrypted with: {@code ENCRYPTION_KEY}, or else one that was
 * generated into {@code encryption.key} of the data directory. Several texts, separated by commas,
 * are several keys: the first encrypts, and what any of them encrypted can be decrypted. They are
 * made at the start, which weak ones stop.
 */
@Context
final class EncryptionKeys {
  private static final int KEY_BYTES = 32;

  private final List<Key> keys;

  /**
   * One key.
   *
   * @param prefix what everything begins with that it encrypted
   */
  record Key(byte[] prefix, Aead aead) {
    /** Whether this key encrypted it. */
    boolean encrypted(byte[] text) {
      return ByteBuffer.wrap(text)
          .limit(Math.min(text.length, prefix.length))
          .equals(ByteBuffer.wrap(prefix));
    }
  }

  EncryptionKeys(
      @Property(name = "assay.encryption-key") @Nullable String given,
      @Property(name = "assay.data") String home) {
    this.keys =
        KeyText.all("ENCRYPTION_KEY", given, Path.of(home, "encryption.key")).stream()
            .map(EncryptionKeys::key)
            .toList();
  }

  /** All of them; the first one encrypts. */
  List<Key> all() {
    return keys;
  }

  @AccessesPartialKey
  private static Key key(KeyText text) {
    try {
      AesGcmParameters parameters =
          AesGcmParameters.builder()
              .setKeySizeBytes(KEY_BYTES)
              .setIvSizeBytes(12)
              .setTagSizeBytes(16)
              .setVariant(AesGcmParameters.Variant.TINK)
              .build();
      int id = ByteBuffer.wrap(derive(text, "id", Integer.BYTES)).getInt();
      AesGcmKey key =
          AesGcmKey.builder()
              .setParameters(parameters)
              .setKeyBytes(
                  SecretBytes.copyFrom(
                      derive(text, "key", KEY_BYTES), InsecureSecretKeyAccess.get()))
              .setIdRequirement(id)
              .build();
      return new Key(key.getOutputPrefix().toByteArray(), AesGcmJce.create(key));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] derive(KeyText text, String purpose, int length) {
    return text.derive("assay stored keys 1 " + purpose, length);
  }
}
