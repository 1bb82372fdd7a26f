package dev.assay.run.export;

import dev.assay.access.Owner;
import dev.assay.database.Ids;
import dev.assay.generation.Status;
import dev.assay.graphql.Caller;
import dev.assay.graphql.Input;
import dev.assay.graphql.Json;
import dev.assay.prompt.PromptVariable;
import dev.assay.provider.ExampleTurn;
import dev.assay.provider.Parameters;
import dev.assay.run.EndedRuns;
import dev.assay.run.Lane;
import dev.assay.run.Result;
import dev.assay.run.ResultId;
import dev.assay.run.Run;
import dev.assay.run.Run.Parts;
import dev.assay.run.RunId;
import dev.assay.run.RunMarks;
import dev.assay.run.SystemPrompt;
import dev.assay.run.Variable;
import dev.assay.run.VariableSource;
import dev.assay.run.check.Check;
import dev.assay.run.check.CheckKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one run of a document, as {@link RunDocument} wrote it, for its new owner. */
final class RunReader {
  static final Set<String> NAMES =
      Set.of(
          "id",
          "number",
          "status",
          "userMessage",
          "systemPrompt",
          "promptVersionId",
          "exampleTurns",
          "variables",
          "parameters",
          "iterations",
          "createdAt",
          "startedAt",
          "finishedAt",
          "elapsedMs",
          "check",
          "notes",
          "winnerId",
          "lanes",
          "results");

  private static final Set<String> LANE =
      Set.of(
          "modelId",
          "modelSnapshot",
          "parameters",
          "systemPrompt",
          "promptVersionId",
          "exampleTurns",
          "variables");
  private static final Set<String> CHECK = Set.of("kind", "value", "ignoreCase");
  private static final Set<String> TURN = Set.of("user", "assistant");
  private static final Set<String> VARIABLE = Set.of("name", "value", "source");
  private static final int MAX_VARIABLES = 100;
  private static final int MAX_TURNS = 20;
  private static final int MAX_NAME_BYTES = 1_000;

  /** What runs counts as their last event where nobody can have followed them. */
  private static final int LAST_SEQUENCE = 1;

  private final Caller caller;
  private final Links links;

  RunReader(Caller caller, Links links) {
    this.caller = caller;
    this.links = links;
  }

  Run read(Node node) {
    Instant createdAt = node.moment("createdAt");
    Parameters parameters = ParametersReader.read(node);
    SystemPrompt prompt = Objects.requireNonNullElse(prompt(node), SystemPrompt.NONE);
    int iterations = node.integer("iterations", 1, EndedRuns.MAX_RESULTS);
    RunId id = new RunId(Ids.at(createdAt));
    List<Lane> lanes = lanes(node, id, parameters, prompt);
    ResultReader reader = new ResultReader(id, lanes, iterations);
    List<Result> results = reader.read(node);
    return new Run(
        id,
        0,
        Owner.of(caller),
        status(node, results),
        node.text("userMessage", EndedRuns.MAX_MESSAGE_BYTES),
        prompt,
        parameters,
        iterations,
        createdAt,
        node.momentOrNull("startedAt"),
        Objects.requireNonNullElse(node.momentOrNull("finishedAt"), createdAt),
        LAST_SEQUENCE,
        Objects.requireNonNullElse(node.sizeOrNull("elapsedMs"), 0.0),
        check(node),
        marks(node, reader),
        null,
        new Parts(lanes, results));
  }

  private static @Nullable Check check(Node parent) {
    Node node = parent.objectOrNull("check", CHECK);
    if (node == null) {
      return null;
    }
    Map<String, Object> fields =
        Json.object(
            "kind", node.oneOf("kind", CheckKind.values()).name(),
            "value", node.textOrNull("value", EndedRuns.MAX_PROMPT_BYTES),
            "ignoreCase", node.isTrue("ignoreCase"));
    return Check.read(Input.of(Map.of("check", fields), parent.path()));
  }

  private static RunMarks marks(Node node, ResultReader results) {
    String notes = node.textOrNull("notes", EndedRuns.MAX_NOTES_BYTES);
    UUID winner = node.idOrNull("winnerId");
    ResultId known = winner == null ? null : results.newId(winner);
    if (winner != null && known == null) {
      throw node.bad("winnerId", "None of the answers has this id.");
    }
    return new RunMarks(known, notes == null ? "" : notes, null, null);
  }

  /** One that had not ended has lost its process. */
  private static Status status(Node node, List<Result> results) {
    Status status = node.oneOf("status", Status.values());
    if (status.isFinal()) {
      return status;
    }
    return results.stream().allMatch(result -> result.status() == Status.FAILED)
        ? Status.FAILED
        : Status.COMPLETED;
  }

  private List<Lane> lanes(Node run, RunId id, Parameters parameters, SystemPrompt prompt) {
    List<Lane> lanes = new ArrayList<>();
    for (Node node : run.objects("lanes", LANE)) {
      SnapshotReader.Read model = SnapshotReader.read(node);
      lanes.add(
          Lane.of(
              id,
              lanes.size(),
              links.model(model.id(), model.snapshot()),
              model.snapshot(),
              new Lane.Own(ParametersReader.read(node), prompt(node)),
              parameters,
              prompt));
    }
    if (lanes.isEmpty() || lanes.size() > EndedRuns.MAX_RESULTS) {
      throw run.bad("lanes", "A run has 1 to " + EndedRuns.MAX_RESULTS + " lanes.");
    }
    return lanes;
  }

  /** Null where there is none. */
  private @Nullable SystemPrompt prompt(Node node) {
    String text = node.textOrNull("systemPrompt", EndedRuns.MAX_PROMPT_BYTES);
    List<Variable> variables =
        node.objects("variables", VARIABLE).stream().map(RunReader::variable).toList();
    if (variables.size() > MAX_VARIABLES) {
      throw node.bad("variables", "At most " + MAX_VARIABLES + " values are possible.");
    }
    if (text == null
        && (node.idOrNull("promptVersionId") != null
            || !variables.isEmpty()
            || node.has("exampleTurns"))) {
      throw node.bad("systemPrompt", "This is missing beside a version or its values.");
    }
    return text == null
        ? null
        : new SystemPrompt(
            text, links.promptVersion(node.idOrNull("promptVersionId")), variables, turns(node));
  }

  private static List<ExampleTurn> turns(Node parent) {
    List<ExampleTurn> turns =
        parent.objects("exampleTurns", TURN).stream()
            .map(node ->
                new ExampleTurn(
                    node.text("user", EndedRuns.MAX_PROMPT_BYTES),
                    node.text("assistant", EndedRuns.MAX_PROMPT_BYTES)))
            .toList();
    if (turns.size() > MAX_TURNS) {
      throw parent.bad("exampleTurns", "At most " + MAX_TURNS + " example turns are possible.");
    }
    return turns;
  }

  private static Variable variable(Node node) {
    return new Variable(
        node.text("name", MAX_NAME_BYTES),
        node.text("value", PromptVariable.MAX_VALUE_BYTES),
        node.oneOf("source", VariableSource.values()));
  }
}
