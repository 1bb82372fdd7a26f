package dev.assay.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final String SERVER = "http://localhost:8000/v1";

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(strings = {"", "sk-123", "한글 열쇠 🗝"})
  void decryptsWhatItEncrypted(String plain) {
    Secrets secrets = secrets(KEY);

    assertThat(secrets.decrypt(secrets.encrypt(plain, SERVER), SERVER)).isEqualTo(plain);
  }

  @Test
  void hidesTheText() {
    byte[] encrypted = secrets(KEY).encrypt("sk-secret", SERVER);

    assertThat(new String(encrypted, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
  }

  @Test
  void twoEncryptionsOfOneTextDiffer() {
    Secrets secrets = secrets(KEY);

    assertThat(secrets.encrypt("sk-123", SERVER)).isNotEqualTo(secrets.encrypt("sk-123", SERVER));
  }

  @Test
  void aKeyIsOfNoUseElsewhere() {
    Secrets secrets = secrets(KEY);
    byte[] encrypted = secrets.encrypt("sk-123", SERVER);

    assertFails(() -> secrets.decrypt(encrypted, "http://elsewhere:8000/v1"));
  }

  @Test
  void anotherKeyDoesNotDecrypt() {
    byte[] encrypted = secrets(KEY).encrypt("sk-123", SERVER);

    assertFails(() -> secrets("another-" + KEY).decrypt(encrypted, SERVER));
  }

  /** While a new key takes an old one's place, both decrypt and the first encrypts. */
  @Test
  void keysAreChangedOneAfterTheOther() {
    String next = "another-" + KEY;
    byte[] old = secrets(KEY).encrypt("sk-123", SERVER);
    Secrets both = secrets(next + ", " + KEY);

    assertThat(both.decrypt(old, SERVER)).isEqualTo("sk-123");
    assertThat(both.isCurrent(old)).isFalse();
    byte[] renewed = both.encrypt("sk-123", SERVER);
    assertThat(both.isCurrent(renewed)).isTrue();
    assertThat(secrets(next).decrypt(renewed, SERVER)).isEqualTo("sk-123");
    assertFails(() -> secrets(KEY).decrypt(renewed, SERVER));
  }

  @Test
  void noByteCanBeChanged() {
    Secrets secrets = secrets(KEY);
    byte[] encrypted = secrets.encrypt("sk-123", SERVER);
    for (int i = 0; i < encrypted.length; i++) {
      byte[] changed = encrypted.clone();
      changed[i] ^= 1;
      assertFails(() -> secrets.decrypt(changed, SERVER));
    }
    assertFails(() -> secrets.decrypt(new byte[0], SERVER));
  }

  @Test
  void theSameKeyDecryptsAfterARestart() {
    byte[] encrypted = secrets(KEY).encrypt("sk-123", SERVER);

    assertThat(secrets(KEY).decrypt(encrypted, SERVER)).isEqualTo("sk-123");
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(() -> secrets(KEY.substring(1)))
        .isInstanceOf(AppException.class)
        .hasMessageContaining("ENCRYPTION_KEY")
        .hasMessageNotContaining(KEY.substring(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void withoutAKeyOneIsGeneratedOnceForItsOwnerAlone(String none) throws Exception {
    byte[] encrypted = secrets(none).encrypt("sk-123", SERVER);

    Path file = home.resolve("data/encryption.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**.new");
    assertThat(secrets(none).decrypt(encrypted, SERVER)).isEqualTo("sk-123");
    String generated = Files.readString(file).strip();
    assertThat(secrets(generated).decrypt(encrypted, SERVER)).isEqualTo("sk-123");
  }

  private Secrets secrets(String key) {
    return new Secrets(new EncryptionKeys(key, home.resolve("data").toString()));
  }

  private static void assertFails(ThrowingCallable decryption) {
    assertThatThrownBy(decryption)
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL))
        .hasMessageContaining("ENCRYPTION_KEY")
        .hasMessageNotContaining("sk-123");
  }
}
