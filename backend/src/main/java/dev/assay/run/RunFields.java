package dev.assay.run;

import dev.assay.access.Owner;
import dev.assay.graphql.Caller;
import dev.assay.graphql.Loaders;
import dev.assay.graphql.Resolvers;
import dev.assay.graphql.UserId;
import dev.assay.identity.Person;
import dev.assay.identity.PersonLoaders;
import dev.assay.model.Model;
import dev.assay.model.ModelId;
import dev.assay.model.ModelLoaders;
import dev.assay.prompt.PromptLoaders;
import dev.assay.prompt.PromptVersion;
import dev.assay.prompt.PromptVersionId;
import dev.assay.provider.ChatProviders;
import dev.assay.provider.JsonObject;
import dev.assay.provider.Parameters;
import dev.assay.run.Run.Parts;
import dev.assay.run.RunRepository.Texts;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/**
 * The fields of {@code Run}, {@code Lane}, {@code Parameters} and {@code Result} that are not
 * components of their records. What an event carries is answered from the event; what only a row
 * was read of is loaded in batches.
 */
@Singleton
final class RunFields implements Resolvers {
  private final ChatProviders providers;

  RunFields(ChatProviders providers) {
    this.providers = providers;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Run",
        type ->
            type.dataFetcher("lanes", RunFields::lanes)
                .dataFetcher("results", RunFields::results)
                .dataFetcher("owner", RunFields::owner)
                .dataFetcher("canChange", RunFields::canChange)
                .dataFetcher("winner", RunFields::winner)
                .dataFetcher(
                    "promptVersion", env -> version(env, source(env, Run.class).prompt())));
    wiring.type(
        "Lane",
        type ->
            type.dataFetcher("model", env -> model(env, source(env, Lane.class)))
                .dataFetcher("ignoredParameters", env -> ignored(source(env, Lane.class)))
                .dataFetcher(
                    "promptVersion", env -> version(env, source(env, Lane.class).prompt())));
    wiring.type(
        "Parameters",
        type ->
            type.dataFetcher("responseFormat", env -> fields(env, Parameters::responseFormat))
                .dataFetcher("extra", env -> fields(env, Parameters::extra)));
    wiring.type("Model", type -> type.dataFetcher("lastUsedAt", RunFields::lastUsedAt));
    wiring.type(
        "Result",
        type ->
            type.dataFetcher("model", env -> model(env, source(env, Result.class).lane()))
                .dataFetcher(
                    "modelSnapshot", env -> source(env, Result.class).lane().modelSnapshot())
                .dataFetcher("text", env -> text(env, Result::text, Texts::answer))
                .dataFetcher("reasoning", env -> text(env, Result::reasoning, Texts::reasoning)));
  }

  /** Those that are set and that the model's protocol does not know. */
  private List<String> ignored(Lane lane) {
    Set<String> unknown = providers.of(lane.modelSnapshot().protocol()).ignoredParameters();
    return lane.parameters().names().stream().filter(unknown::contains).toList();
  }

  private static @Nullable Object fields(
      DataFetchingEnvironment env, Function<Parameters, @Nullable JsonObject> part) {
    JsonObject object = part.apply(source(env, Parameters.class));
    return object == null ? null : object.fields();
  }

  private static Object lanes(DataFetchingEnvironment env) {
    Run run = source(env, Run.class);
    Parts parts = run.parts();
    return parts != null
        ? parts.lanes()
        : RunFields.<RunId, List<Lane>>loader(env, RunLoaders.LANES).load(run.id());
  }

  private static Object results(DataFetchingEnvironment env) {
    Run run = source(env, Run.class);
    Parts parts = run.parts();
    return parts != null
        ? parts.results()
        : RunFields.<RunId, List<Result>>loader(env, RunLoaders.RESULTS).load(run.id());
  }

  /** Most runs are the caller's own, who is known already. */
  private static @Nullable Object owner(DataFetchingEnvironment env) {
    Owner owner = source(env, Run.class).owner();
    Caller caller = Caller.of(env);
    return owner.equals(Owner.of(caller))
        ? new Person(caller.id(), caller.name())
        : Loaders.load(env, PersonLoaders.PEOPLE, new UserId(owner.id()));
  }

  private static boolean canChange(DataFetchingEnvironment env) {
    return source(env, Run.class).owner().equals(Owner.of(Caller.of(env)));
  }

  private static @Nullable Object winner(DataFetchingEnvironment env) {
    Run run = source(env, Run.class);
    ResultId winner = run.marks().winner();
    if (winner == null) {
      return null;
    }
    Parts parts = run.parts();
    return parts != null
        ? only(parts.results(), winner)
        : RunFields.<RunId, List<Result>>loader(env, RunLoaders.RESULTS)
            .load(run.id())
            .thenApply(results -> only(results, winner));
  }

  private static @Nullable Result only(List<Result> results, ResultId id) {
    return results.stream().filter(result -> result.id().equals(id)).findFirst().orElse(null);
  }

  private static Object text(
      DataFetchingEnvironment env,
      Function<Result, @Nullable String> known,
      Function<Texts, String> stored) {
    Result result = source(env, Result.class);
    String text = known.apply(result);
    if (text != null) {
      return text;
    }
    return RunFields.<ResultId, Texts>loader(env, RunLoaders.TEXTS)
        .load(result.id())
        .thenApply(texts -> stored.apply(texts == null ? Texts.NONE : texts));
  }

  private static @Nullable CompletableFuture<Model> model(DataFetchingEnvironment env, Lane lane) {
    ModelId id = lane.modelId();
    return id == null ? null : RunFields.<ModelId, Model>loader(env, ModelLoaders.MODELS).load(id);
  }

  private static CompletableFuture<Instant> lastUsedAt(DataFetchingEnvironment env) {
    return RunFields.<ModelId, Instant>loader(env, RunLoaders.LAST_USES)
        .load(source(env, Model.class).id());
  }

  private static @Nullable CompletableFuture<PromptVersion> version(
      DataFetchingEnvironment env, SystemPrompt prompt) {
    return prompt.promptVersionId() == null
        ? null
        : RunFields.<PromptVersionId, PromptVersion>loader(env, PromptLoaders.VERSIONS)
            .load(new PromptVersionId(prompt.promptVersionId()));
  }

  private static <T> T source(DataFetchingEnvironment env, Class<T> type) {
    return type.cast(Objects.requireNonNull(env.getSource()));
  }

  private static <K, V> DataLoader<K, V> loader(DataFetchingEnvironment env, String name) {
    return Objects.requireNonNull(env.<K, V>getDataLoader(name));
  }
}
