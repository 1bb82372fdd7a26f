package dev.assay.secret;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;
import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * The key that all others are encrypted with: {@code ENCRYPTION_KEY}, or else one that was
 * generated into {@code encryption.key} of the data directory. Its text is long and random, so one
 * round of HKDF makes a key of it.
 */
@Singleton
final class EncryptionKey {
  private static final int MIN_CHARACTERS = 32;
  private static final int KEY_BYTES = 32;

  private final String text;

  EncryptionKey(
      @Property(name = "assay.encryption-key") @Nullable String given,
      @Property(name = "assay.data") String home) {
    this.text =
        given == null || given.isBlank()
            ? KeyFile.read(Path.of(home, "encryption.key"))
            : longEnough(given);
  }

  private static String longEnough(String given) {
    if (given.length() < MIN_CHARACTERS) {
      throw new AppException(
          ErrorCode.INTERNAL,
          "ENCRYPTION_KEY must have at least %d characters: make one with `openssl rand -hex 32`."
              .formatted(MIN_CHARACTERS));
    }
    return given;
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

  private byte[] derive(String purpose, int length) throws GeneralSecurityException {
    return Hkdf.computeHkdf(
        "HMACSHA256",
        text.getBytes(StandardCharsets.UTF_8),
        new byte[0],
        ("assay stored keys 1 " + purpose).getBytes(StandardCharsets.UTF_8),
        length);
  }
}
