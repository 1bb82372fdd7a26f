package dev.assay;

import dev.assay.database.DatabaseUrl;
import dev.assay.graphql.Loopback;
import dev.assay.identity.SignInProviders;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a server that others can reach must not be started with. */
final class SafeStart {
  /** What examples and images come with, and attackers try first. */
  private static final Set<String> DEFAULT_PASSWORDS =
      Set.of(
          "123456",
          "admin",
          "assay",
          "changeme",
          "change-me",
          "change_me",
          "example",
          "password",
          "postgres",
          "root",
          "secret",
          "test");

  private SafeStart() {}

  /**
   * Why these settings are unsafe, in a sentence that says what to do; null where they are not.
   *
   * @param environment by the names that {@code .env.example} has
   */
  static @Nullable String problem(Map<String, String> environment) {
    if (Loopback.is(environment.getOrDefault("HOST", "127.0.0.1"))) {
      return null;
    }
    if (SignInProviders.isConfigured(environment) && text(environment, "PUBLIC_URL").isEmpty()) {
      return "Set PUBLIC_URL to the address that people type to reach Assay: the sign-in sends"
          + " their browsers back to it.";
    }
    if (hasDefaultPassword(text(environment, "DATABASE_URL"))) {
      return "The password in DATABASE_URL is one that everybody tries first. Give the database"
          + " another: HOST lets others reach this server.";
    }
    return null;
  }

  private static boolean hasDefaultPassword(String url) {
    if (url.isEmpty()) {
      return false;
    }
    try {
      String password = DatabaseUrl.parse(url).password();
      return password != null && DEFAULT_PASSWORDS.contains(password);
    } catch (IllegalArgumentException e) {
      // Whoever reads the address says what is wrong with it.
      return false;
    }
  }

  private static String text(Map<String, String> environment, String name) {
    return environment.getOrDefault(name, "").strip();
  }
}
