package dev.assay.run.batch;

import dev.assay.database.Connection;
import dev.assay.database.PageRequest;
import dev.assay.graphql.Caller;
import dev.assay.graphql.Input;
import dev.assay.graphql.Resolvers;
import dev.assay.graphql.Subscriptions;
import dev.assay.run.Run;
import dev.assay.run.StartRunInput;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** {@code batches}, {@code batch}, the mutations that start and stop them, and their events. */
@Singleton
final class BatchResolvers implements Resolvers {
  private static final int MAX_NAME = 200;
  private static final int MAX_KEY = 200;

  private final BatchService service;

  BatchResolvers(BatchService service) {
    this.service = service;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Query",
        type ->
            type.dataFetcher("batches", this::batches)
                .dataFetcher("batch", env -> service.get(Caller.of(env), id(env, "id"))));
    wiring.type(
        "Mutation",
        type ->
            type.dataFetcher("startBatch", this::startBatch)
                .dataFetcher(
                    "cancelBatch", env -> service.cancel(Caller.of(env), id(env, "batchId")))
                .dataFetcher(
                    "removeBatch", env -> service.remove(Caller.of(env), id(env, "batchId")))
                .dataFetcher(
                    "restoreBatch", env -> service.restore(Caller.of(env), id(env, "batchId"))));
    wiring.type("Subscription", type -> type.dataFetcher("batchEvents", this::batchEvents));
    wiring.type(
        "Batch",
        type ->
            type.dataFetcher("runs", this::runs)
                .dataFetcher("progress", env -> service.progress(source(env))));
    wiring.type("Run", type -> type.dataFetcher("batch", this::batchOf));
  }

  private Connection<Batch> batches(DataFetchingEnvironment env) {
    return service.list(Caller.of(env), page(env));
  }

  private Batch startBatch(DataFetchingEnvironment env) {
    Input input = Input.of(env.getArguments()).object("input");
    String name = input.textOrNull("name", MAX_NAME);
    String key = input.get("idempotencyKey") == null ? null : input.text("idempotencyKey", MAX_KEY);
    return service.start(
        Caller.of(env), name == null ? "" : name, key, StartRunInput.readItems(input));
  }

  private Publisher<BatchEvent> batchEvents(DataFetchingEnvironment env) {
    return Subscriptions.of(
        env, service.events(Caller.of(env), id(env, "batchId"), env.getArgument("after")));
  }

  private Connection<Run> runs(DataFetchingEnvironment env) {
    return service.runs(source(env), page(env));
  }

  /** Null for who reads a shared run of somebody else's batch. */
  private @Nullable Batch batchOf(DataFetchingEnvironment env) {
    Run run = Objects.requireNonNull(env.getSource());
    return run.batch() == null ? null : service.find(Caller.of(env), run.batch().id());
  }

  private static PageRequest page(DataFetchingEnvironment env) {
    return PageRequest.of(env.getArgument("first"), env.getArgument("after"));
  }

  private static Batch source(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.getSource());
  }

  private static UUID id(DataFetchingEnvironment env, String name) {
    return Input.of(env.getArguments()).id(name);
  }
}
