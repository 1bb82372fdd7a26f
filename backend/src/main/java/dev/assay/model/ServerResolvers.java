package dev.assay.model;

import dev.assay.access.Access;
import dev.assay.access.Kind;
import dev.assay.database.Connection;
import dev.assay.database.PageRequest;
import dev.assay.graphql.Caller;
import dev.assay.graphql.Input;
import dev.assay.graphql.Loaders;
import dev.assay.graphql.Resolvers;
import dev.assay.provider.Protocol;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Model servers: what is known of them, their health, and what they offer. */
@Singleton
final class ServerResolvers implements Resolvers {
  private static final int MAX_CONCURRENCY = 10_000;
  private static final int MAX_MAINTENANCE = 500;

  private final ServerService service;
  private final HealthChecks health;
  private final Discovery discovery;
  private final LocalServers local;
  private final MetricsReader metrics;

  ServerResolvers(
      ServerService service,
      HealthChecks health,
      Discovery discovery,
      LocalServers local,
      MetricsReader metrics) {
    this.service = service;
    this.health = health;
    this.discovery = discovery;
    this.local = local;
    this.metrics = metrics;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Query",
        type ->
            type.dataFetcher("modelServers", this::servers)
                .dataFetcher("modelServer", this::server)
                .dataFetcher("localServers", env -> local.find(Caller.of(env))));
    wiring.type(
        "Mutation",
        type ->
            type.dataFetcher("updateModelServer", this::update)
                .dataFetcher("checkModelHealth", this::check)
                .dataFetcher("discoverModels", this::discover));
    wiring.type(
        "ModelServer",
        type ->
            type.dataFetcher("canChange", ServerResolvers::canChange)
                .dataFetcher("modelCount", ServerResolvers::modelCount)
                .dataFetcher("metrics", env -> metrics.read(source(env))));
  }

  private Connection<ModelServer> servers(DataFetchingEnvironment env) {
    return service.list(
        Caller.of(env), PageRequest.of(env.getArgument("first"), env.getArgument("after")));
  }

  private ModelServer server(DataFetchingEnvironment env) {
    return service.get(Caller.of(env), new ServerId(Input.of(env.getArguments()).id("id")));
  }

  private ModelServer update(DataFetchingEnvironment env) {
    Input input = Input.of(env.getArguments()).object("input");
    return service.update(
        Caller.of(env),
        new ServerId(input.id("id")),
        new ServerService.Change(
            ApiKeyChange.read(input),
            input.has("maxConcurrency"),
            input.integer("maxConcurrency", 0, MAX_CONCURRENCY),
            input.has("maintenance"),
            maintenance(input)));
  }

  private static @Nullable String maintenance(Input input) {
    String message = input.textOrNull("maintenance", MAX_MAINTENANCE);
    return message == null ? null : message.strip();
  }

  private ModelHealth check(DataFetchingEnvironment env) {
    return health.checkNow(Caller.of(env), new ModelId(Input.of(env.getArguments()).id("id")));
  }

  private List<Offer> discover(DataFetchingEnvironment env) {
    Caller caller = Caller.of(env);
    Input input = Input.of(env.getArguments()).object("input");
    UUID server = input.idOrNull("serverId");
    if (server != null) {
      for (String other : List.of("endpointUrl", "apiKey")) {
        if (input.get(other) != null) {
          throw input.bad(other, "This excludes serverId.");
        }
      }
      return discovery.of(caller, new ServerId(server));
    }
    Protocol protocol = ModelResolvers.protocol(input);
    String url = input.parsed("endpointUrl", text -> service.endpointUrl(text, protocol));
    if (url == null) {
      throw input.bad("endpointUrl", "Give the server's address, or serverId.");
    }
    return discovery.of(caller, url, protocol, ApiKeyChange.read(input).value());
  }

  private static boolean canChange(DataFetchingEnvironment env) {
    return Access.toChange(Kind.MODEL, Caller.of(env)).holdsFor(source(env).owner());
  }

  private static CompletableFuture<Integer> modelCount(DataFetchingEnvironment env) {
    return Loaders.load(env, ServerLoaders.MODEL_COUNTS, source(env).id());
  }

  private static ModelServer source(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<ModelServer>getSource());
  }
}
