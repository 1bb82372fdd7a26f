package dev.assay.identity;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The OpenID providers that the settings name, as the OpenID client's own settings: Google, and any
 * other by its issuer.
 */
@Singleton
public final class SignInProviders {
  private static final String GOOGLE = "google";
  private static final String OTHER = "oidc";
  private static final String GOOGLE_ISSUER = "https://accounts.google.com";
  private static final String CLIENTS = "micronaut.security.oauth2.clients.";

  private final String issuer;

  SignInProviders(@Value("${" + CLIENTS + OTHER + ".openid.issuer:}") String issuer) {
    this.issuer = issuer;
  }

  /** How people know a provider. */
  String name(String id) {
    return id.equals(GOOGLE)
        ? "Google"
        : Objects.requireNonNullElse(URI.create(issuer).getHost(), issuer);
  }

  /** Whether the settings name a provider. */
  public static boolean isConfigured(Map<String, String> environment) {
    return text(environment, "GOOGLE_CLIENT_ID") != null
        || text(environment, "OIDC_ISSUER") != null;
  }

  /**
   * The OpenID client's settings.
   *
   * @param environment by the names that {@code .env.example} has
   */
  public static Map<String, Object> properties(Map<String, String> environment) {
    Map<String, Object> properties = new HashMap<>();
    String issuer = text(environment, "OIDC_ISSUER");
    String client = text(environment, "OIDC_CLIENT_ID");
    String google = text(environment, "GOOGLE_CLIENT_ID");
    if (google != null && (issuer == null || client != null)) {
      String secret = text(environment, "GOOGLE_CLIENT_SECRET");
      add(properties, GOOGLE, GOOGLE_ISSUER, google, secret);
    }
    if (issuer != null) {
      String secret = text(environment, "OIDC_CLIENT_SECRET");
      if (client != null) {
        add(properties, OTHER, issuer, client, secret);
      } else {
        // A client that is known at Google may be tried at another issuer.
        String googleSecret = text(environment, "GOOGLE_CLIENT_SECRET");
        add(properties, OTHER, issuer, google == null ? "assay" : google, googleSecret);
      }
    }
    properties.put("micronaut.security.enabled", !properties.isEmpty());
    String publicUrl = text(environment, "PUBLIC_URL");
    if (publicUrl != null) {
      properties.put(
          "micronaut.security.oauth2.callback-uri",
          publicUrl.replaceFirst("/$", "") + "/auth/callback{/provider}");
    }
    boolean isHttps = publicUrl != null && publicUrl.startsWith("https:");
    for (String kind : new String[] {"state", "openid.nonce", "pkce"}) {
      properties.put("micronaut.security.oauth2." + kind + ".cookie.cookie-secure", isHttps);
    }
    return properties;
  }

  private static void add(
      Map<String, Object> properties,
      String name,
      String issuer,
      String client,
      @Nullable String secret) {
    properties.put(CLIENTS + name + ".openid.issuer", issuer);
    properties.put(CLIENTS + name + ".client-id", client);
    if (secret != null) {
      properties.put(CLIENTS + name + ".client-secret", secret);
    }
  }

  private static @Nullable String text(Map<String, String> environment, String name) {
    String text = environment.get(name);
    return text == null || text.isBlank() ? null : text.strip();
  }
}
