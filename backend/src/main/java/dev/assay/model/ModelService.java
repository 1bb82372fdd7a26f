package dev.assay.model;

import dev.assay.access.Access;
import dev.assay.access.Kind;
import dev.assay.access.Owner;
import dev.assay.database.Connection;
import dev.assay.database.Ids;
import dev.assay.database.PageRequest;
import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.graphql.Caller;
import dev.assay.model.ModelRepository.Draft;
import dev.assay.provider.AddressPolicy;
import dev.assay.provider.Endpoint;
import dev.assay.provider.Protocol;
import dev.assay.secret.Secrets;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Registers models and finds them. Every member sees them all; their owner and administrators
 * change them.
 */
@Singleton
public class ModelService {
  private final ModelRepository models;
  private final ServerRepository servers;
  private final Secrets secrets;
  private final AddressPolicy addresses;

  ModelService(
      ModelRepository models, ServerRepository servers, Secrets secrets, AddressPolicy addresses) {
    this.models = models;
    this.servers = servers;
    this.secrets = secrets;
    this.addresses = addresses;
  }

  /** One model, also a removed one. Throws {@code NOT_FOUND}. */
  public Model get(Caller caller, ModelId id) {
    Model model = byIds(caller, List.of(id)).get(id);
    if (model == null) {
      throw AppException.notFound("model");
    }
    return model;
  }

  /** Those of the models that the caller may read, also removed ones. */
  public Map<ModelId, Model> byIds(Caller caller, Collection<ModelId> ids) {
    return models.byIds(toRead(caller), ids).stream()
        .collect(Collectors.toMap(Model::id, Function.identity()));
  }

  /** A page of the models that are not removed, by name. */
  public Connection<Model> list(Caller caller, PageRequest page, @Nullable String text) {
    Access access = toRead(caller);
    return Connection.of(
        models.page(access, page, text),
        page,
        model -> model.id().toString(),
        () -> models.count(access, text));
  }

  /** A model with the key of its server. */
  public ModelTarget target(Model model) {
    byte[] key = model.hasApiKey() ? servers.apiKey(model.serverId()) : null;
    String apiKey = key == null ? null : secrets.decrypt(key, model.endpointUrl());
    return new ModelTarget(
        model, new Endpoint(URI.create(model.endpointUrl()), model.protocol(), apiKey));
  }

  /**
   * A server's address as it is stored. Throws {@link IllegalArgumentException} for what is none,
   * and for one where no model server may live.
   */
  String endpointUrl(String text, Protocol protocol) {
    String url = EndpointUrl.normalise(text, protocol);
    addresses.check(URI.create(url));
    return url;
  }

  @Transactional
  Model register(Caller caller, Registration registration) {
    Owner owner = Owner.of(caller);
    ServerId server =
        server(owner, registration.endpointUrl(), registration.protocol(), registration.apiKey());
    ModelId id = new ModelId(Ids.next());
    models.insert(id, server, owner, registration.draft());
    return get(caller, id);
  }

  @Transactional
  Model update(Caller caller, ModelId id, ModelChange change) {
    Model before = changeable(caller, id);
    ServerId server = before.serverId();
    if (!change.endpointUrl().equals(before.endpointUrl())) {
      server =
          servers.findOrInsert(
              newServerId(), before.owner(), change.endpointUrl(), before.protocol());
      keepKeyOnSameHost(before, server, change.endpointUrl());
    }
    storeKey(server, change.endpointUrl(), change.apiKey());
    models.update(id, server, change.draft());
    return get(caller, id);
  }

  @Transactional
  Model setRemoved(Caller caller, ModelId id, boolean removed) {
    changeable(caller, id);
    models.setRemoved(id, removed);
    return get(caller, id);
  }

  /**
   * Registers the built-in simulator's models at the first start. Later starts only tell where it
   * listens now, so what people removed or renamed stays so.
   */
  @Transactional
  public void offerSimulated(Caller owner, String address, List<OfferedModel> offered) {
    ServerId known = servers.simulated();
    if (known != null) {
      servers.setAddress(known, address);
      return;
    }
    ServerId server = server(Owner.of(owner), address, Protocol.OPENAI, ApiKeyChange.KEEP);
    servers.markSimulated(server);
    for (OfferedModel model : offered) {
      Draft draft = new Draft(model.name(), model.modelName(), model.metadata());
      models.insert(new ModelId(Ids.next()), server, Owner.of(owner), draft);
    }
  }

  private static Access toRead(Caller caller) {
    return Access.toRead(Kind.MODEL, caller);
  }

  private Model changeable(Caller caller, ModelId id) {
    Model model = get(caller, id);
    if (!Access.toChange(Kind.MODEL, caller).holdsFor(model.owner())) {
      throw new AppException(
          ErrorCode.FORBIDDEN, "Only the model's owner or an administrator can change it.");
    }
    return model;
  }

  private ServerId server(Owner owner, String address, Protocol protocol, ApiKeyChange apiKey) {
    ServerId server = servers.findOrInsert(newServerId(), owner, address, protocol);
    storeKey(server, address, apiKey);
    return server;
  }

  private void storeKey(ServerId server, String address, ApiKeyChange change) {
    if (change.isGiven()) {
      String key = change.value();
      servers.setApiKey(server, key == null ? null : secrets.encrypt(key, address));
    }
  }

  /**
   * A key belongs to a host: it moves along to another port or path, and is never sent to another
   * host.
   */
  private void keepKeyOnSameHost(Model before, ServerId server, String address) {
    boolean sameHost =
        Objects.equals(URI.create(before.endpointUrl()).getHost(), URI.create(address).getHost());
    byte[] key = sameHost ? servers.apiKey(before.serverId()) : null;
    if (key != null && servers.apiKey(server) == null) {
      String plain = secrets.decrypt(key, before.endpointUrl());
      servers.setApiKey(server, secrets.encrypt(plain, address));
    }
  }

  private static ServerId newServerId() {
    return new ServerId(Ids.next());
  }

  /** What to do with a server's key: nothing unless given; null deletes it. */
  record ApiKeyChange(boolean isGiven, @Nullable String value) {
    static final ApiKeyChange KEEP = new ApiKeyChange(false, null);
  }

  record Registration(Draft draft, String endpointUrl, Protocol protocol, ApiKeyChange apiKey) {}

  record ModelChange(Draft draft, String endpointUrl, ApiKeyChange apiKey) {}
}
