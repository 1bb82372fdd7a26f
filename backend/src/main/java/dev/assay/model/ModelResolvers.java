package dev.assay.model;

import dev.assay.access.Access;
import dev.assay.access.Kind;
import dev.assay.database.Connection;
import dev.assay.database.PageRequest;
import dev.assay.graphql.Caller;
import dev.assay.graphql.Input;
import dev.assay.graphql.Resolvers;
import dev.assay.model.ModelService.ModelChange;
import dev.assay.model.ModelService.ServerInput;
import dev.assay.provider.Protocol;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/** {@code models}, {@code model} and the mutations that change them. */
@Singleton
final class ModelResolvers implements Resolvers {
  private static final int MAX_NAME = 200;
  private static final int MAX_MODEL_NAME = 300;
  private static final int MAX_AT_ONCE = 100;

  private final ModelService service;
  private final ServerService servers;

  ModelResolvers(ModelService service, ServerService servers) {
    this.service = service;
    this.servers = servers;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Query",
        type -> type.dataFetcher("models", this::models).dataFetcher("model", this::model));
    wiring.type(
        "Mutation",
        type ->
            type.dataFetcher("registerModel", this::registerModel)
                .dataFetcher("registerModels", this::registerModels)
                .dataFetcher("updateModel", this::updateModel)
                .dataFetcher("removeModel", env -> setRemoved(env, true))
                .dataFetcher("restoreModel", env -> setRemoved(env, false)));
    wiring.type("Model", type -> type.dataFetcher("canChange", ModelResolvers::canChange));
  }

  private Connection<Model> models(DataFetchingEnvironment env) {
    Input input = Input.of(env.getArguments());
    return service.list(
        Caller.of(env),
        PageRequest.of(env.getArgument("first"), env.getArgument("after")),
        ModelFilter.read(input.object("filter")));
  }

  private Model model(DataFetchingEnvironment env) {
    return service.get(Caller.of(env), new ModelId(Input.of(env.getArguments()).id("id")));
  }

  private Model registerModel(DataFetchingEnvironment env) {
    Input input = Input.of(env.getArguments()).object("input");
    ModelDraft draft =
        new ModelDraft(
            input.text("name", MAX_NAME).strip(),
            input.text("modelName", MAX_MODEL_NAME).strip(),
            ModelMetadata.read(input.object("metadata")));
    return service.register(Caller.of(env), server(input), draft);
  }

  private List<Model> registerModels(DataFetchingEnvironment env) {
    Input input = Input.of(env.getArguments()).object("input");
    List<ModelDraft> drafts =
        input.objects("models").stream().map(ModelResolvers::offered).toList();
    if (drafts.isEmpty() || drafts.size() > MAX_AT_ONCE) {
      throw input.bad("models", "Choose 1 to %d models.".formatted(MAX_AT_ONCE));
    }
    return service.registerNew(Caller.of(env), server(input), drafts);
  }

  private static ModelDraft offered(Input input) {
    String modelName = input.text("modelName", MAX_MODEL_NAME).strip();
    String name = input.get("name") == null ? null : input.text("name", MAX_NAME).strip();
    return new ModelDraft(
        name == null ? modelName.substring(0, Math.min(modelName.length(), MAX_NAME)) : name,
        modelName,
        ModelMetadata.read(input.object("metadata")));
  }

  private ServerInput server(Input input) {
    Protocol protocol = protocol(input);
    String url = input.parsed("endpointUrl", text -> servers.endpointUrl(text, protocol));
    return new ServerInput(Objects.requireNonNull(url), protocol, ApiKeyChange.read(input));
  }

  /** The field {@code protocol}; OPENAI where it is absent. */
  static Protocol protocol(Input input) {
    String given = input.get("protocol");
    return given == null ? Protocol.OPENAI : Protocol.valueOf(given);
  }

  private Model updateModel(DataFetchingEnvironment env) {
    Caller caller = Caller.of(env);
    Input input = Input.of(env.getArguments()).object("input");
    Model before = service.get(caller, new ModelId(input.id("id")));
    String url = input.parsed("endpointUrl", text -> servers.endpointUrl(text, before.protocol()));
    ModelDraft draft =
        new ModelDraft(
            input.has("name") ? input.text("name", MAX_NAME).strip() : before.name(),
            input.has("modelName")
                ? input.text("modelName", MAX_MODEL_NAME).strip()
                : before.modelName(),
            input.has("metadata")
                ? ModelMetadata.read(input.object("metadata"))
                : before.metadata());
    Boolean isActive = input.get("isActive");
    return service.update(
        caller,
        before.id(),
        new ModelChange(
            draft,
            isActive == null ? before.isActive() : isActive,
            url == null ? before.endpointUrl() : url,
            ApiKeyChange.read(input)));
  }

  private Model setRemoved(DataFetchingEnvironment env, boolean removed) {
    ModelId id = new ModelId(Input.of(env.getArguments()).id("id"));
    return service.setRemoved(Caller.of(env), id, removed);
  }

  private static boolean canChange(DataFetchingEnvironment env) {
    Model model = Objects.requireNonNull(env.getSource());
    return Access.toChange(Kind.MODEL, Caller.of(env)).holdsFor(model.owner());
  }
}
