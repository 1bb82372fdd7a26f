package dev.assay.provider;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The providers by protocol. */
@Singleton
public final class ChatProviders {
  private final Map<Protocol, ChatProvider> providers = new EnumMap<>(Protocol.class);

  ChatProviders(List<ChatProvider> providers) {
    providers.forEach(provider -> this.providers.put(provider.protocol(), provider));
  }

  /** Who speaks this protocol. */
  public ChatProvider of(Protocol protocol) {
    return Objects.requireNonNull(providers.get(protocol));
  }
}
