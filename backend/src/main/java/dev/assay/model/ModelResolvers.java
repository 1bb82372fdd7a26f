package dev.assay.model;

import dev.assay.database.Connection;
import dev.assay.database.PageRequest;
import dev.assay.graphql.Caller;
import dev.assay.graphql.Input;
import dev.assay.graphql.Resolvers;
import dev.assay.model.ModelRepository.Draft;
import dev.assay.model.ModelService.ApiKeyChange;
import dev.assay.model.ModelService.ModelChange;
import dev.assay.model.ModelService.Registration;
import dev.assay.provider.Protocol;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Objects;

/** {@code models}, {@code model} and the mutations that change them. */
@Singleton
final class ModelResolvers implements Resolvers {
  private static final int MAX_NAME = 200;
  private static final int MAX_MODEL_NAME = 300;
  private static final int MAX_KEY = 1_000;

  private final ModelService service;

  ModelResolvers(ModelService service) {
    this.service = service;
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
                .dataFetcher("updateModel", this::updateModel)
                .dataFetcher("removeModel", env -> setRemoved(env, true))
                .dataFetcher("restoreModel", env -> setRemoved(env, false)));
    wiring.type("Model", type -> type.dataFetcher("id", ModelResolvers::id));
  }

  private Connection<Model> models(DataFetchingEnvironment env) {
    Input input = Input.of(env.getArguments());
    return service.list(
        Caller.of(env),
        PageRequest.of(env.getArgument("first"), env.getArgument("after")),
        input.object("filter").textOrNull("text", MAX_NAME));
  }

  private Model model(DataFetchingEnvironment env) {
    return service.get(Caller.of(env), new ModelId(Input.of(env.getArguments()).id("id")));
  }

  private Model registerModel(DataFetchingEnvironment env) {
    Input input = Input.of(env.getArguments()).object("input");
    String given = input.get("protocol");
    Protocol protocol = given == null ? Protocol.OPENAI : Protocol.valueOf(given);
    String url = input.parsed("endpointUrl", text -> service.endpointUrl(text, protocol));
    return service.register(
        Caller.of(env),
        new Registration(
            new Draft(
                input.text("name", MAX_NAME).strip(),
                input.text("modelName", MAX_MODEL_NAME).strip(),
                ModelMetadata.read(input.object("metadata"))),
            Objects.requireNonNull(url),
            protocol,
            apiKey(input)));
  }

  private Model updateModel(DataFetchingEnvironment env) {
    Caller caller = Caller.of(env);
    Input input = Input.of(env.getArguments()).object("input");
    Model before = service.get(caller, new ModelId(input.id("id")));
    String url = input.parsed("endpointUrl", text -> service.endpointUrl(text, before.protocol()));
    Draft draft =
        new Draft(
            input.has("name") ? input.text("name", MAX_NAME).strip() : before.name(),
            input.has("modelName")
                ? input.text("modelName", MAX_MODEL_NAME).strip()
                : before.modelName(),
            input.has("metadata")
                ? ModelMetadata.read(input.object("metadata"))
                : before.metadata());
    return service.update(
        caller,
        before.id(),
        new ModelChange(draft, url == null ? before.endpointUrl() : url, apiKey(input)));
  }

  private Model setRemoved(DataFetchingEnvironment env, boolean removed) {
    ModelId id = new ModelId(Input.of(env.getArguments()).id("id"));
    return service.setRemoved(Caller.of(env), id, removed);
  }

  private static ApiKeyChange apiKey(Input input) {
    if (!input.has("apiKey")) {
      return ApiKeyChange.KEEP;
    }
    String key = input.textOrNull("apiKey", MAX_KEY);
    if (key != null && !key.matches("[\\x21-\\x7e]+")) {
      throw input.bad("apiKey", "A key is made of letters, digits and signs, without spaces.");
    }
    return new ApiKeyChange(true, key);
  }

  private static Object id(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<Model>getSource()).id().value();
  }
}
