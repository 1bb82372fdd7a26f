package dev.assay.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.error.AppException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final String OTHER = "fedcba98765432100123456789abcdef";

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short-but-random-7f3a9c1e5b",
        "0123456789abcdef0123456789abcde",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "12341234123412341234123412341234",
        KEY + ",short",
        "short," + KEY,
        KEY + ",",
        ","
      })
  void aWeakKeyIsRefused(String given) {
    assertThatThrownBy(() -> keys(given))
        .isInstanceOf(AppException.class)
        .hasMessageContaining("SECRET_KEY")
        .hasMessageContaining("openssl rand -hex 32")
        .hasMessageNotContaining(KEY);
  }

  @Test
  void severalTextsAreSeveralKeysInTheirOrder() {
    List<byte[]> both = keys(KEY + " , " + OTHER).all();

    assertThat(both).hasSize(2);
    assertThat(both.getFirst()).isEqualTo(keys(KEY).all().getFirst()).hasSize(32);
    assertThat(both.getLast()).isEqualTo(keys(OTHER).all().getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void withoutAKeyOneIsGeneratedOnceForItsOwnerAlone(String none) throws Exception {
    byte[] first = keys(none).all().getFirst();

    Path file = home.resolve("data/signing.key");
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(permissions(home.resolve("data"))).isEqualTo("rwx------");
    assertThat(Files.readString(file).strip()).matches("[0-9a-f]{64}");
    assertThat(keys(none).all().getFirst()).isEqualTo(first);
  }

  @Test
  void twoServersGenerateTwoKeys(@TempDir Path elsewhere) {
    assertThat(keys("").all().getFirst())
        .isNotEqualTo(new SigningKeys("", elsewhere.toString()).all().getFirst());
  }

  @Test
  void whatSignsIsNotTheSettingItself() {
    assertThat(keys(KEY).all().getFirst()).isNotEqualTo(KEY.getBytes(StandardCharsets.UTF_8));
  }

  private SigningKeys keys(String given) {
    return new SigningKeys(given, home.resolve("data").toString());
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
