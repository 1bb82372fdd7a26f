package dev.assay.identity;

import io.micronaut.context.BeanContext;
import io.micronaut.context.exceptions.DisabledBeanException;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.security.oauth2.client.DefaultOpenIdProviderMetadata;
import io.micronaut.security.oauth2.client.OpenIdProviderMetadata;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the providers say of themselves (OpenID Connect Discovery). The service starts without them:
 * whoever was away is asked again when somebody wants to sign in.
 */
@Singleton
final class ProviderMetadata {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderMetadata.class);

  private final BeanContext beans;

  ProviderMetadata(BeanContext beans) {
    this.beans = beans;
  }

  /** A provider's own words; null while it does not answer. May block the first time. */
  @Nullable OpenIdProviderMetadata find(String provider) {
    OpenIdProviderMetadata found = ask(provider);
    if (found == null) {
      LOG.warn("The sign-in's provider {} does not say where people sign in", provider);
    }
    return found;
  }

  private @Nullable OpenIdProviderMetadata ask(String provider) {
    try {
      return beans
          .findBean(DefaultOpenIdProviderMetadata.class, Qualifiers.byName(provider))
          .orElse(null);
    } catch (DisabledBeanException e) {
      return null;
    }
  }
}
