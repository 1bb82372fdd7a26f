package dev.assay.identity;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whom {@code ADMIN_EMAILS} names, and the local user. */
@Singleton
final class Administrators {
  private final Set<String> emails;

  Administrators(@Value("${assay.admin-emails:}") String emails) {
    this.emails =
        Arrays.stream(emails.split(","))
            .map(Administrators::plain)
            .filter(email -> !email.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether this is one.
   *
   * @param email one that the issuer has verified
   */
  boolean contains(String issuer, @Nullable String email) {
    return issuer.equals(LocalUser.ISSUER) || (email != null && emails.contains(plain(email)));
  }

  private static String plain(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
