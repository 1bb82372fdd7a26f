package dev.assay.run;

import dev.assay.database.Connection;
import dev.assay.database.PageRequest;
import dev.assay.graphql.Caller;
import dev.assay.graphql.Input;
import dev.assay.graphql.Resolvers;
import dev.assay.graphql.Subscriptions;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/**
 * {@code runs}, {@code run}, the mutations that start, stop and mark them, and {@code runEvents}.
 */
@Singleton
final class RunResolvers implements Resolvers {
  private final RunService service;
  private final RunMarking marking;

  RunResolvers(RunService service, RunMarking marking) {
    this.service = service;
    this.marking = marking;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Query", type -> type.dataFetcher("runs", this::runs).dataFetcher("run", this::run));
    wiring.type(
        "Mutation",
        type ->
            type.dataFetcher("startRun", this::startRun)
                .dataFetcher("cancelRun", this::cancelRun)
                .dataFetcher("cancelResult", this::cancelResult)
                .dataFetcher("rerun", this::rerun)
                .dataFetcher("updateRun", this::updateRun)
                .dataFetcher("shareRun", env -> marking.share(Caller.of(env), runId(env, "runId")))
                .dataFetcher(
                    "unshareRun", env -> marking.unshare(Caller.of(env), runId(env, "runId")))
                .dataFetcher(
                    "removeRun", env -> marking.remove(Caller.of(env), runId(env, "runId")))
                .dataFetcher(
                    "restoreRun", env -> marking.restore(Caller.of(env), runId(env, "runId"))));
    wiring.type("Subscription", type -> type.dataFetcher("runEvents", this::runEvents));
  }

  private Connection<Run> runs(DataFetchingEnvironment env) {
    return service.list(
        Caller.of(env),
        PageRequest.of(env.getArgument("first"), env.getArgument("after")),
        RunFilter.read(Input.of(env.getArguments()).object("filter")));
  }

  private Run run(DataFetchingEnvironment env) {
    return service.get(Caller.of(env), runId(env, "id"));
  }

  private Run startRun(DataFetchingEnvironment env) {
    Input input = Input.of(env.getArguments()).object("input");
    return service.start(Caller.of(env), StartRunInput.read(input));
  }

  private Run cancelRun(DataFetchingEnvironment env) throws InterruptedException {
    return service.cancel(Caller.of(env), runId(env, "runId"));
  }

  private Result cancelResult(DataFetchingEnvironment env) throws InterruptedException {
    ResultId id = new ResultId(Input.of(env.getArguments()).id("resultId"));
    return service.cancel(Caller.of(env), id);
  }

  private Run rerun(DataFetchingEnvironment env) {
    return service.rerun(Caller.of(env), runId(env, "runId"));
  }

  private Run updateRun(DataFetchingEnvironment env) {
    return marking.update(Caller.of(env), Input.of(env.getArguments()).object("input"));
  }

  private Publisher<RunEvent> runEvents(DataFetchingEnvironment env) {
    Integer after = env.getArgument("after");
    return Subscriptions.of(env, service.events(Caller.of(env), runId(env, "runId"), after));
  }

  private static RunId runId(DataFetchingEnvironment env, String name) {
    return new RunId(Input.of(env.getArguments()).id(name));
  }
}
