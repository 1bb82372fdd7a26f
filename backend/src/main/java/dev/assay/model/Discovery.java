package dev.assay.model;

import dev.assay.access.Owner;
import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.graphql.Caller;
import dev.assay.provider.ChatProviders;
import dev.assay.provider.Endpoint;
import dev.assay.provider.OfferedModel;
import dev.assay.provider.Protocol;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks servers which models they offer, and tells which of them the caller has registered. */
@Singleton
final class Discovery {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private final ServerRepository servers;
  private final ServerService service;
  private final ModelRepository models;
  private final ChatProviders providers;

  Discovery(
      ServerRepository servers,
      ServerService service,
      ModelRepository models,
      ChatProviders providers) {
    this.servers = servers;
    this.service = service;
    this.models = models;
    this.providers = providers;
  }

  /** Asks a server that is known, with its key. Throws {@code NOT_FOUND} and {@code FORBIDDEN}. */
  List<Offer> of(Caller caller, ServerId id) {
    ModelServer server = service.changeable(caller, id);
    return offers(server, ask(service.endpoint(server), TIMEOUT));
  }

  /**
   * Asks a server by its address.
   *
   * @param apiKey null for the one that the caller has stored for it
   */
  List<Offer> of(Caller caller, String address, Protocol protocol, @Nullable String apiKey) {
    ModelServer known = servers.find(Owner.of(caller), address, protocol);
    Endpoint endpoint =
        known != null && apiKey == null
            ? service.endpoint(known)
            : new Endpoint(URI.create(address), protocol, apiKey);
    return offers(known, ask(endpoint, TIMEOUT));
  }

  /** What was found at an address, beside what the caller has registered there. */
  List<Offer> offers(Caller caller, String address, List<OfferedModel> offered) {
    return offers(servers.find(Owner.of(caller), address, Protocol.OPENAI), offered);
  }

  /** What a server offers. Throws with an {@code UPSTREAM_} code. */
  List<OfferedModel> ask(Endpoint endpoint, Duration timeout) {
    List<OfferedModel> offered = providers.of(endpoint.protocol()).models(endpoint, timeout);
    if (offered == null) {
      throw new AppException(
          ErrorCode.UPSTREAM_REJECTED,
          "%s does not list its models at this address. Correct the address, or type the model's name."
              .formatted(endpoint.authority()));
    }
    return offered;
  }

  private List<Offer> offers(@Nullable ModelServer known, List<OfferedModel> offered) {
    Map<String, Model> registered =
        known == null
            ? Map.of()
            : models.ofServer(known.id()).stream()
                .collect(
                    Collectors.toMap(Model::modelName, Function.identity(), (first, _) -> first));
    return offered.stream()
        .map(model -> new Offer(model, registered.get(model.modelName())))
        .toList();
  }
}
