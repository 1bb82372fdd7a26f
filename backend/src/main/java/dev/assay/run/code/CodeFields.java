package dev.assay.run.code;

import dev.assay.error.AppException;
import dev.assay.graphql.Input;
import dev.assay.graphql.Loaders;
import dev.assay.graphql.Resolvers;
import dev.assay.model.Model;
import dev.assay.model.ModelId;
import dev.assay.model.ModelLoaders;
import dev.assay.prompt.PromptBody;
import dev.assay.prompt.PromptLoaders;
import dev.assay.prompt.PromptVariable;
import dev.assay.prompt.PromptVersion;
import dev.assay.prompt.PromptVersionId;
import dev.assay.provider.ChatProviders;
import dev.assay.provider.ChatRequest;
import dev.assay.provider.Endpoint;
import dev.assay.provider.ExampleTurn;
import dev.assay.provider.Protocol;
import dev.assay.run.Lane;
import dev.assay.run.ModelSnapshot;
import dev.assay.run.RunArchive;
import dev.assay.run.RunId;
import dev.assay.run.SystemPrompt;
import dev.assay.run.Variable;
import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

/** {@code code} of lanes and prompt versions. */
@Singleton
final class CodeFields implements Resolvers, Loaders {
  /** {@code RunId} to the run's message. */
  private static final String MESSAGES = "run.code.messages";

  private static final String EXAMPLE_MESSAGE = "Write your message here.";
  private static final String EXAMPLE_MODEL = "your-model";
  private static final URI EXAMPLE_ADDRESS = URI.create("http://localhost:8000/v1");

  private final ChatProviders providers;
  private final RunArchive runs;

  CodeFields(ChatProviders providers, RunArchive runs) {
    this.providers = providers;
    this.runs = runs;
  }

  @Override
  public void register(DataLoaderRegistry registry, GraphQLContext context) {
    registry.register(MESSAGES, Loaders.<RunId, String>batch(runs::messages));
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type("Lane", type -> type.dataFetcher("code", this::ofLane));
    wiring.type("PromptVersion", type -> type.dataFetcher("code", this::ofVersion));
  }

  private CompletableFuture<String> ofLane(DataFetchingEnvironment env) {
    Lane lane = Objects.requireNonNull(env.getSource());
    CompletableFuture<String> message = Loaders.load(env, MESSAGES, lane.runId());
    return message.thenCombine(
        turns(env, lane.prompt()),
        (text, turns) -> {
          ModelSnapshot model = lane.modelSnapshot();
          return write(
              env,
              new ChatRequest(
                  endpoint(model.endpointUrl(), model.protocol()),
                  model.modelName(),
                  lane.systemPrompt(),
                  turns,
                  text,
                  lane.parameters()),
              null);
        });
  }

  /** Runs did not always keep their example turns, but their versions do. */
  private static CompletableFuture<List<ExampleTurn>> turns(
      DataFetchingEnvironment env, SystemPrompt prompt) {
    UUID version = prompt.promptVersionId();
    if (version == null || !prompt.exampleTurns().isEmpty()) {
      return CompletableFuture.completedFuture(prompt.exampleTurns());
    }
    Map<String, String> values =
        prompt.variables().stream().collect(Collectors.toMap(Variable::name, Variable::value));
    return Loaders.<PromptVersionId, @Nullable PromptBody>load(
            env, PromptLoaders.BODIES, new PromptVersionId(version))
        .thenApply(body -> body == null ? List.of() : body.fill(values).exampleTurns());
  }

  private CompletableFuture<String> ofVersion(DataFetchingEnvironment env) {
    PromptVersionId id = Objects.requireNonNull(env.<PromptVersion>getSource()).id();
    UUID asked = Input.of(env.getArguments()).idOrNull("modelId");
    return Loaders.<PromptVersionId, PromptBody>load(env, PromptLoaders.BODIES, id)
        .thenCompose(body ->
            model(env, asked == null ? body.suggestedModelId() : asked)
                .thenApply(model -> {
                  if (asked != null && model == null) {
                    throw AppException.notFound("model");
                  }
                  return write(
                      env,
                      request(body, model),
                      body.tools() == null ? null : body.tools().value());
                }));
  }

  private static CompletableFuture<@Nullable Model> model(
      DataFetchingEnvironment env, @Nullable UUID id) {
    if (id == null) {
      return CompletableFuture.completedFuture(null);
    }
    return Loaders.<ModelId, @Nullable Model>load(env, ModelLoaders.MODELS, new ModelId(id));
  }

  private static ChatRequest request(PromptBody body, @Nullable Model model) {
    PromptBody.Filled filled =
        body.fill(
            body.variables().stream()
                .collect(Collectors.toMap(PromptVariable::name, CodeFields::value)));
    return new ChatRequest(
        model == null
            ? new Endpoint(EXAMPLE_ADDRESS, Protocol.OPENAI, null)
            : endpoint(model.endpointUrl(), model.protocol()),
        model == null ? EXAMPLE_MODEL : model.modelName(),
        filled.content(),
        filled.exampleTurns(),
        EXAMPLE_MESSAGE,
        body.parameters());
  }

  private static String value(PromptVariable variable) {
    return Objects.requireNonNullElse(variable.defaultValue(), "{{" + variable.name() + "}}");
  }

  private static Endpoint endpoint(String address, Protocol protocol) {
    return new Endpoint(URI.create(address), protocol, null);
  }

  private String write(DataFetchingEnvironment env, ChatRequest request, @Nullable Object tools) {
    String language = Objects.requireNonNull(env.getArgument("language"));
    return CodeLanguage.valueOf(language).write(Asked.of(request, tools, providers));
  }
}
