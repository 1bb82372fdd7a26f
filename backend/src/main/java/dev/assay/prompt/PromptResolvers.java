package dev.assay.prompt;

import dev.assay.database.Connection;
import dev.assay.database.PageRequest;
import dev.assay.graphql.Caller;
import dev.assay.graphql.Input;
import dev.assay.graphql.Resolvers;
import dev.assay.prompt.PromptImport.ImportConflict;
import dev.assay.prompt.PromptImport.ImportPromptsResult;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The queries and mutations of prompts. */
@Singleton
final class PromptResolvers implements Resolvers {
  private static final int MAX_NAME = PromptInputs.MAX_NAME;

  private final PromptService service;
  private final LabelService labels;
  private final PromptExport export;
  private final PromptImport imports;

  PromptResolvers(
      PromptService service, LabelService labels, PromptExport export, PromptImport imports) {
    this.service = service;
    this.labels = labels;
    this.export = export;
    this.imports = imports;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Query",
        type ->
            type.dataFetcher("prompts", this::prompts)
                .dataFetcher("prompt", this::prompt)
                .dataFetcher("promptVersion", this::promptVersion)
                .dataFetcher("promptTags", env -> service.tags(Caller.of(env)))
                .dataFetcher("exportPrompts", this::exportPrompts));
    wiring.type(
        "Mutation",
        type ->
            type.dataFetcher("createPrompt", this::createPrompt)
                .dataFetcher("updatePrompt", this::updatePrompt)
                .dataFetcher("removePrompt", env -> setRemoved(env, true))
                .dataFetcher("restorePrompt", env -> setRemoved(env, false))
                .dataFetcher("rollbackPrompt", this::rollbackPrompt)
                .dataFetcher("duplicatePrompt", this::duplicatePrompt)
                .dataFetcher("starPrompt", env -> setStarred(env, true))
                .dataFetcher("unstarPrompt", env -> setStarred(env, false))
                .dataFetcher("setPromptLabel", this::setPromptLabel)
                .dataFetcher("removePromptLabel", this::removePromptLabel)
                .dataFetcher("importPrompts", this::importPrompts));
  }

  private Connection<Prompt> prompts(DataFetchingEnvironment env) {
    Input input = input(env);
    String order = input.get("orderBy");
    return service.list(
        Caller.of(env),
        PageRequest.of(input.get("first"), input.get("after")),
        PromptFilter.read(input.object("filter")),
        order == null ? PromptOrder.LAST_CHANGED : PromptOrder.valueOf(order));
  }

  private Prompt prompt(DataFetchingEnvironment env) {
    return service.prompt(Caller.of(env), id(input(env), "id"));
  }

  private PromptVersion promptVersion(DataFetchingEnvironment env) {
    Input input = input(env);
    return service.labelled(
        Caller.of(env), input.text("name", MAX_NAME), PromptInputs.label(input, "label"));
  }

  private Object exportPrompts(DataFetchingEnvironment env) {
    List<UUID> ids = Objects.requireNonNull(input(env).ids("ids"));
    return export.export(Caller.of(env), ids.stream().map(PromptId::new).toList());
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

  private Prompt setStarred(DataFetchingEnvironment env, boolean starred) {
    return service.setStarred(Caller.of(env), id(input(env), "id"), starred);
  }

  private Prompt duplicatePrompt(DataFetchingEnvironment env) {
    return service.duplicate(Caller.of(env), id(input(env), "id"));
  }

  private Prompt rollbackPrompt(DataFetchingEnvironment env) {
    Input input = input(env);
    return service.rollback(Caller.of(env), id(input, "promptId"), number(input, "versionNumber"));
  }

  private Prompt setPromptLabel(DataFetchingEnvironment env) {
    Input input = input(env);
    return labels.set(
        Caller.of(env),
        id(input, "promptId"),
        PromptInputs.label(input, "label"),
        number(input, "versionNumber"));
  }

  private Prompt removePromptLabel(DataFetchingEnvironment env) {
    Input input = input(env);
    return labels.remove(Caller.of(env), id(input, "promptId"), PromptInputs.label(input, "label"));
  }

  private ImportPromptsResult importPrompts(DataFetchingEnvironment env) {
    Input input = input(env);
    String onConflict = input.get("onConflict");
    return imports.add(
        Caller.of(env),
        PromptDocument.read(input.object("document")),
        onConflict == null ? ImportConflict.RENAME : ImportConflict.valueOf(onConflict));
  }

  private static Input input(DataFetchingEnvironment env) {
    return Input.of(env.getArguments());
  }

  private static PromptId id(Input input, String name) {
    return new PromptId(input.id(name));
  }

  private static int number(Input input, String name) {
    return Objects.requireNonNull(input.<Integer>get(name));
  }
}
