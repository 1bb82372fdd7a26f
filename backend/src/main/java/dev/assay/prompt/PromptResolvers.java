package dev.assay.prompt;

import dev.assay.database.Connection;
import dev.assay.database.PageRequest;
import dev.assay.graphql.Caller;
import dev.assay.graphql.Input;
import dev.assay.graphql.Loaders;
import dev.assay.graphql.Resolvers;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** {@code prompts}, {@code prompt} and the mutations that change them. */
@Singleton
final class PromptResolvers implements Resolvers {
  private final PromptService service;

  PromptResolvers(PromptService service) {
    this.service = service;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Query",
        type -> type.dataFetcher("prompts", this::prompts).dataFetcher("prompt", this::prompt));
    wiring.type(
        "Mutation",
        type ->
            type.dataFetcher("createPrompt", this::createPrompt)
                .dataFetcher("updatePrompt", this::updatePrompt)
                .dataFetcher("removePrompt", env -> setRemoved(env, true))
                .dataFetcher("restorePrompt", env -> setRemoved(env, false))
                .dataFetcher("rollbackPrompt", this::rollbackPrompt));
    wiring.type("Prompt", type -> type.dataFetcher("versions", PromptResolvers::versions));
    wiring.type("PromptVersion", type -> type.dataFetcher("prompt", PromptResolvers::promptOf));
  }

  private Connection<Prompt> prompts(DataFetchingEnvironment env) {
    Input input = input(env);
    return service.list(
        Caller.of(env),
        PageRequest.of(input.get("first"), input.get("after")),
        input.object("filter").textOrNull("text", PromptInputs.MAX_NAME));
  }

  private Prompt prompt(DataFetchingEnvironment env) {
    return service.prompt(Caller.of(env), id(input(env), "id"));
  }

  private Prompt createPrompt(DataFetchingEnvironment env) {
    return service.create(Caller.of(env), PromptInputs.draft(input(env).object("input")));
  }

  private Prompt updatePrompt(DataFetchingEnvironment env) {
    Input input = input(env).object("input");
    return service.update(Caller.of(env), id(input, "id"), PromptInputs.change(input));
  }

  private Prompt setRemoved(DataFetchingEnvironment env, boolean removed) {
    return service.setRemoved(Caller.of(env), id(input(env), "id"), removed);
  }

  private Prompt rollbackPrompt(DataFetchingEnvironment env) {
    Input input = input(env);
    int number = Objects.requireNonNull(input.<Integer>get("versionNumber"));
    return service.rollback(Caller.of(env), id(input, "promptId"), number);
  }

  private static CompletableFuture<List<PromptVersion>> versions(DataFetchingEnvironment env) {
    Prompt prompt = Objects.requireNonNull(env.getSource());
    return Loaders.load(env, PromptLoaders.HISTORY, prompt.id());
  }

  private static CompletableFuture<Prompt> promptOf(DataFetchingEnvironment env) {
    PromptVersion version = Objects.requireNonNull(env.getSource());
    return Loaders.load(env, PromptLoaders.PROMPTS, version.promptId());
  }

  private static Input input(DataFetchingEnvironment env) {
    return Input.of(env.getArguments());
  }

  private static PromptId id(Input input, String name) {
    return new PromptId(input.id(name));
  }
}
