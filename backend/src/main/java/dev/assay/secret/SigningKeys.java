package dev.assay.secret;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that access tokens are signed with: {@code SECRET_KEY}, or else one that was generated
 * into {@code signing.key} of the data directory. Several texts, separated by commas, are several
 * keys: so a new one can be put before the old one, and nobody is signed out. They are made at the
 * start, which weak ones stop.
 */
@Context
public final class SigningKeys {
  private static final String PURPOSE = "assay access tokens 1";
  private static final int KEY_BYTES = 32;

  private final List<byte[]> keys;

  /**
   * The keys of a setting; throws {@code INTERNAL} for weak ones.
   *
   * @param given {@code SECRET_KEY}
   * @param home the data directory
   */
  public SigningKeys(
      @Property(name = "assay.secret-key") @Nullable String given,
      @Property(name = "assay.data") String home) {
    this.keys =
        KeyText.all("SECRET_KEY", given, Path.of(home, "signing.key")).stream()
            .map(text -> text.derive(PURPOSE, KEY_BYTES))
            .toList();
  }

  /** Keys of 256 bits: the first signs, and what any of them signed is genuine. */
  public List<byte[]> all() {
    return keys;
  }
}
