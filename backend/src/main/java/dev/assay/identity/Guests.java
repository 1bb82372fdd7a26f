package dev.assay.identity;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who may sign in, by {@code ALLOWED_EMAILS}: everybody whom the provider knows, or only verified
 * addresses of a list, and of domains that it names. A public provider knows the whole world.
 */
@Singleton
final class Guests {
  private final Set<String> allowed;

  Guests(@Value("${assay.allowed-emails:}") String list) {
    this.allowed =
        Arrays.stream(list.split(","))
            .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
            .filter(entry -> !entry.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether this is one.
   *
   * @param email one that the issuer has verified
   */
  boolean areWelcome(@Nullable String email) {
    if (allowed.isEmpty()) {
      return true;
    }
    if (email == null) {
      return false;
    }
    String plain = email.strip().toLowerCase(Locale.ROOT);
    return allowed.contains(plain) || allowed.contains(plain.substring(plain.lastIndexOf('@') + 1));
  }
}
