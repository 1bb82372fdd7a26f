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
import org.jspecify.annotations.Nullable;

/**
 * The key that all others are encrypted with: {@code ENCRYPTION_KEY}, or else one that was
 * generated into {@code encryption.key} of the data directory. It is made at the start, which a
 * weak one stops.
 */
@Context
final class EncryptionKey {
  private static final int KEY_BYTES = 32;

  private final KeyText text;

  EncryptionKey(
      @Property(name = "assay.encryption-key") @Nullable String given,
      @Property(name = "assay.data") String home) {
    this.text = KeyText.of("ENCRYPTION_KEY", given, Path.of(home, "encryption.key"));
  }

  /** Encrypts with this key. */
  @AccessesPartialKey
  Aead aead() {
    try {
      AesGcmParameters parameters =
          AesGcmParameters.builder()
              .setKeySizeBytes(KEY_BYTES)
              .setIvSizeBytes(12)
              .setTagSizeBytes(16)
              .setVariant(AesGcmParameters.Variant.TINK)
              .build();
      int id = ByteBuffer.wrap(derive("id", Integer.BYTES)).getInt();
      AesGcmKey key =
          AesGcmKey.builder()
              .setParameters(parameters)
              .setKeyBytes(
                  SecretBytes.copyFrom(derive("key", KEY_BYTES), InsecureSecretKeyAccess.get()))
              .setIdRequirement(id)
              .build();
      return AesGcmJce.create(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] derive(String purpose, int length) {
    return text.derive("assay stored keys 1 " + purpose, length);
  }
}
