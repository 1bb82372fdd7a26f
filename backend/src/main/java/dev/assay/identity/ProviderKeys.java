package dev.assay.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.annotation.Requires;
import io.micronaut.security.oauth2.client.OpenIdProviderMetadata;
import io.micronaut.security.token.jwt.nimbus.ReactiveJwksSignature;
import io.micronaut.security.token.jwt.signature.ReactiveSignatureConfiguration;
import io.micronaut.security.token.jwt.signature.jwks.JwkSetFetcher;
import io.micronaut.security.token.jwt.signature.jwks.JwkValidator;
import io.micronaut.security.token.jwt.signature.jwks.JwksSignatureConfigurationProperties;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * The keys that the providers sign ID tokens with. The OpenID client itself learns at start alone
 * where they are, and would never believe a provider that was away then.
 */
@Singleton
@Requires(beans = JwkValidator.class)
final class ProviderKeys implements ReactiveSignatureConfiguration<SignedJWT> {
  private final SignInMode mode;
  private final ProviderMetadata metadata;
  private final JwkValidator validator;
  private final JwkSetFetcher<JWKSet> fetcher;

  ProviderKeys(
      SignInMode mode,
      ProviderMetadata metadata,
      JwkValidator validator,
      JwkSetFetcher<JWKSet> fetcher) {
    this.mode = mode;
    this.metadata = metadata;
    this.validator = validator;
    this.fetcher = fetcher;
  }

  @Override
  public Publisher<Boolean> verify(SignedJWT token) {
    List<OpenIdProviderMetadata> known =
        mode.providers().stream().map(metadata::find).filter(Objects::nonNull).toList();
    return Flux.fromIterable(known)
        .flatMap(provider -> keysOf(provider).verify(token))
        .any(isSigned -> isSigned);
  }

  private ReactiveJwksSignature keysOf(OpenIdProviderMetadata provider) {
    var where = new JwksSignatureConfigurationProperties(provider.getName());
    where.setUrl(provider.getJwksUri());
    return new ReactiveJwksSignature(where, validator, fetcher);
  }
}
