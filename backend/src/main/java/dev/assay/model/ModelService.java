package dev.assay.model;

import dev.assay.access.Access;
import dev.assay.access.Kind;
import dev.assay.access.Owner;
import dev.assay.database.Connection;
import dev.assay.database.Ids;
import dev.assay.database.PageRequest;
import dev.assay.error.AppException;
import dev.assay.graphql.Caller;
import dev.assay.provider.Protocol;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Registers models and finds them. Every member sees them all; their owner and administrators
 * change them.
 */
@Singleton
public class ModelService {
  private final ModelRepository models;
  private final ServerRepository servers;
  private final ServerKeys keys;
  private final ServerService serverService;

  ModelService(
      ModelRepository models,
      ServerRepository servers,
      ServerKeys keys,
      ServerService serverService) {
    this.models = models;
    this.servers = servers;
    this.keys = keys;
    this.serverService = serverService;
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
    return byIds(Owner.of(caller), ids);
  }

  /** The same for what the service does on an owner's account. */
  public Map<ModelId, Model> byIds(Owner owner, Collection<ModelId> ids) {
    return models.byIds(Access.toRead(Kind.MODEL, owner), ids).stream()
        .collect(Collectors.toMap(Model::id, Function.identity()));
  }

  /** A page of the models that are not removed, by name. */
  Connection<Model> list(Caller caller, PageRequest page, ModelFilter filter) {
    Access access = toRead(caller);
    return Connection.of(
        models.page(access, page, filter),
        page,
        model -> model.id().toString(),
        () -> models.count(access, filter));
  }

  /** A model with the key of its server. */
  public ModelTarget target(Model model) {
    return new ModelTarget(model, serverService.endpoint(model.server()));
  }

  @Transactional
  Model register(Caller caller, ServerInput server, ModelDraft draft) {
    Owner owner = Owner.of(caller);
    return get(caller, insert(findOrInsert(owner, server), owner, draft));
  }

  /** Adds models of one server, without those that the caller has in the list for it already. */
  @Transactional
  List<Model> registerNew(Caller caller, ServerInput input, List<ModelDraft> drafts) {
    Owner owner = Owner.of(caller);
    ServerId server = findOrInsert(owner, input);
    Set<String> known =
        models.ofServer(server).stream().map(Model::modelName).collect(Collectors.toSet());
    List<ModelId> added =
        drafts.stream()
            .filter(draft -> known.add(draft.modelName()))
            .map(draft -> insert(server, owner, draft))
            .toList();
    Map<ModelId, Model> found = byIds(caller, added);
    return added.stream().map(id -> Objects.requireNonNull(found.get(id))).toList();
  }

  @Transactional
  Model update(Caller caller, ModelId id, ModelChange change) {
    Model before = changeable(caller, id);
    ServerId server = before.server().id();
    if (!change.endpointUrl().equals(before.endpointUrl())) {
      server =
          servers.findOrInsert(
              newServerId(), before.owner(), change.endpointUrl(), before.protocol());
      keys.move(before.server(), server, change.endpointUrl());
    }
    keys.change(server, change.endpointUrl(), change.apiKey());
    models.update(id, server, change.draft(), change.isActive());
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
  public void offerSimulated(Caller caller, String address, List<ModelDraft> offered) {
    ServerId known = servers.simulated();
    if (known != null) {
      servers.setAddress(known, address);
      return;
    }
    Owner owner = Owner.of(caller);
    ServerId server = servers.findOrInsert(newServerId(), owner, address, Protocol.OPENAI);
    servers.markSimulated(server);
    offered.forEach(draft -> insert(server, owner, draft));
  }

  private static Access toRead(Caller caller) {
    return Access.toRead(Kind.MODEL, caller);
  }

  private Model changeable(Caller caller, ModelId id) {
    Model model = get(caller, id);
    ServerService.requireChange(caller, model.owner(), "model");
    return model;
  }

  private ServerId findOrInsert(Owner owner, ServerInput input) {
    ServerId server =
        servers.findOrInsert(newServerId(), owner, input.endpointUrl(), input.protocol());
    keys.change(server, input.endpointUrl(), input.apiKey());
    return server;
  }

  private ModelId insert(ServerId server, Owner owner, ModelDraft draft) {
    ModelId id = new ModelId(Ids.next());
    models.insert(id, server, owner, draft);
    return id;
  }

  private static ServerId newServerId() {
    return new ServerId(Ids.next());
  }

  /** The server of models to add. */
  record ServerInput(String endpointUrl, Protocol protocol, ApiKeyChange apiKey) {}

  /** What becomes of a model. */
  record ModelChange(ModelDraft draft, boolean isActive, String endpointUrl, ApiKeyChange apiKey) {}
}
