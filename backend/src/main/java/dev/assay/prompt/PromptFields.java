package dev.assay.prompt;

import dev.assay.database.PageRequest;
import dev.assay.graphql.Caller;
import dev.assay.graphql.Input;
import dev.assay.graphql.Loaders;
import dev.assay.graphql.Resolvers;
import dev.assay.graphql.UserId;
import dev.assay.identity.PersonLoaders;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of prompts, versions and labels that are not components of their records. */
@Singleton
final class PromptFields implements Resolvers {
  private static final int MAX_VERSIONS = 100;

  private final PromptService service;
  private final LabelService labels;

  PromptFields(PromptService service, LabelService labels) {
    this.service = service;
    this.labels = labels;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Prompt",
        type ->
            type.dataFetcher("versions", PromptFields::versions)
                .dataFetcher("version", this::version)
                .dataFetcher("labels", PromptFields::labels)
                .dataFetcher("labelHistory", this::labelHistory));
    wiring.type(
        "PromptVersion",
        type ->
            type.dataFetcher("content", env -> body(env, PromptBody::content))
                .dataFetcher("exampleTurns", env -> body(env, PromptBody::exampleTurns))
                .dataFetcher("variables", env -> body(env, PromptBody::variables))
                .dataFetcher("parameters", env -> body(env, PromptBody::parameters))
                .dataFetcher("tools", env -> body(env, PromptFields::tools))
                .dataFetcher(
                    "author", env -> person(env, source(env, PromptVersion.class).authorId()))
                .dataFetcher("labels", PromptFields::labelsOfVersion)
                .dataFetcher("prompt", PromptFields::promptOf));
    wiring.type(
        "PromptLabel",
        type ->
            type.dataFetcher(
                    "version", env -> version(env, source(env, PromptLabel.class).versionId()))
                .dataFetcher(
                    "movedBy", env -> person(env, source(env, PromptLabel.class).movedBy())));
    wiring.type(
        "PromptLabelMove",
        type ->
            type.dataFetcher(
                    "fromVersion", env -> version(env, source(env, PromptLabelMove.class).from()))
                .dataFetcher(
                    "toVersion", env -> version(env, source(env, PromptLabelMove.class).to()))
                .dataFetcher(
                    "movedBy", env -> person(env, source(env, PromptLabelMove.class).movedBy())));
  }

  private static CompletableFuture<List<PromptVersion>> versions(DataFetchingEnvironment env) {
    Input input = Input.of(env.getArguments());
    Integer first = input.integer("first", 1, MAX_VERSIONS);
    PromptLoaders.Newest key =
        new PromptLoaders.Newest(
            source(env, Prompt.class).id(),
            first == null ? MAX_VERSIONS : first,
            input.get("before"));
    return Loaders.load(env, PromptLoaders.NEWEST, key);
  }

  private @Nullable PromptVersion version(DataFetchingEnvironment env) {
    int number = Objects.requireNonNull(env.<Integer>getArgument("number"));
    return service.version(Caller.of(env), source(env, Prompt.class).id(), number);
  }

  private static CompletableFuture<List<PromptLabel>> labels(DataFetchingEnvironment env) {
    return labels(env, source(env, Prompt.class).id());
  }

  private static CompletableFuture<List<PromptLabel>> labels(
      DataFetchingEnvironment env, PromptId id) {
    return Loaders.<PromptId, List<PromptLabel>>load(env, PromptLoaders.LABELS, id)
        .thenApply(labels -> labels == null ? List.of() : labels);
  }

  private static CompletableFuture<List<String>> labelsOfVersion(DataFetchingEnvironment env) {
    PromptVersion version = source(env, PromptVersion.class);
    return labels(env, version.promptId())
        .thenApply(all ->
            all.stream()
                .filter(label -> label.versionId().equals(version.id()))
                .map(PromptLabel::name)
                .toList());
  }

  private Object labelHistory(DataFetchingEnvironment env) {
    return labels.history(
        Caller.of(env),
        source(env, Prompt.class).id(),
        PageRequest.of(env.getArgument("first"), env.getArgument("after")));
  }

  private static <T> CompletableFuture<@Nullable T> body(
      DataFetchingEnvironment env, Function<PromptBody, @Nullable T> part) {
    PromptVersionId id = source(env, PromptVersion.class).id();
    return Loaders.<PromptVersionId, PromptBody>load(env, PromptLoaders.BODIES, id).thenApply(part);
  }

  private static @Nullable Object tools(PromptBody body) {
    Tools tools = body.tools();
    return tools == null ? null : tools.value();
  }

  private static CompletableFuture<Prompt> promptOf(DataFetchingEnvironment env) {
    return Loaders.load(env, PromptLoaders.PROMPTS, source(env, PromptVersion.class).promptId());
  }

  private static @Nullable Object version(
      DataFetchingEnvironment env, @Nullable PromptVersionId id) {
    return id == null ? null : Loaders.load(env, PromptLoaders.VERSIONS, id);
  }

  private static @Nullable Object person(DataFetchingEnvironment env, @Nullable UserId id) {
    return id == null ? null : Loaders.load(env, PersonLoaders.PEOPLE, id);
  }

  private static <T> T source(DataFetchingEnvironment env, Class<T> type) {
    return type.cast(Objects.requireNonNull(env.getSource()));
  }
}
