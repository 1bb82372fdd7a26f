package dev.assay.run.export;

import dev.assay.generation.Timings;
import dev.assay.graphql.Json;
import dev.assay.model.ModelId;
import dev.assay.provider.ParametersDocument;
import dev.assay.run.Lane;
import dev.assay.run.ModelSnapshot;
import dev.assay.run.Result;
import dev.assay.run.ResultError;
import dev.assay.run.ResultId;
import dev.assay.run.Run;
import dev.assay.run.SystemPrompt;
import dev.assay.run.Usage;
import dev.assay.run.Variable;
import dev.assay.run.check.Check;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Runs as JSON values, in the names of GraphQL. What is null is left out; times are texts, and so
 * are numbers that a browser's would not hold. {@link DocumentReader} reads it back.
 */
final class RunDocument {
  static final String FORMAT = "assay.runs";
  static final int FORMAT_VERSION = 1;

  private RunDocument() {}

  /** All of a run but its results. */
  static Map<String, Object> run(Run run) {
    SystemPrompt prompt = run.prompt();
    ResultId winner = run.marks().winner();
    return Json.object(
        "id",
        run.id().toString(),
        "number",
        run.number(),
        "status",
        run.status().name(),
        "userMessage",
        run.userMessage(),
        "systemPrompt",
        prompt.text(),
        "promptVersionId",
        text(prompt.promptVersionId()),
        "exampleTurns",
        turns(prompt),
        "variables",
        variables(prompt),
        "parameters",
        ParametersDocument.of(run.parameters()),
        "iterations",
        run.iterations(),
        "createdAt",
        text(run.createdAt()),
        "startedAt",
        text(run.startedAt()),
        "finishedAt",
        text(run.finishedAt()),
        "elapsedMs",
        run.elapsedMs(),
        "check",
        check(run.check()),
        "notes",
        run.notes().isEmpty() ? null : run.notes(),
        "winnerId",
        winner == null ? null : winner.value().toString(),
        "lanes",
        Objects.requireNonNull(run.parts()).lanes().stream().map(RunDocument::lane).toList());
  }

  private static @Nullable Map<String, Object> check(@Nullable Check check) {
    return check == null
        ? null
        : Json.object(
            "kind", check.kind().name(), "value", check.value(), "ignoreCase", check.ignoreCase());
  }

  private static Map<String, Object> lane(Lane lane) {
    ModelId model = lane.modelId();
    SystemPrompt own = lane.own().prompt();
    return Json.object(
        "modelId",
        model == null ? null : model.value().toString(),
        "modelSnapshot",
        snapshot(lane.modelSnapshot()),
        "parameters",
        ParametersDocument.of(lane.own().parameters()),
        "systemPrompt",
        own == null ? null : own.text(),
        "promptVersionId",
        own == null ? null : text(own.promptVersionId()),
        "exampleTurns",
        own == null ? null : turns(own),
        "variables",
        own == null ? null : variables(own));
  }

  private static Map<String, Object> snapshot(ModelSnapshot model) {
    return Json.object(
        "name", model.name(),
        "modelName", model.modelName(),
        "endpointUrl", model.endpointUrl(),
        "protocol", model.protocol().name(),
        "isSimulated", model.isSimulated(),
        "inputPricePerMillion", text(model.inputPricePerMillion()),
        "outputPricePerMillion", text(model.outputPricePerMillion()));
  }

  private static @Nullable List<Map<String, Object>> variables(SystemPrompt prompt) {
    List<Map<String, Object>> variables =
        prompt.variables().stream().map(RunDocument::variable).toList();
    return variables.isEmpty() ? null : variables;
  }

  private static @Nullable List<Map<String, Object>> turns(SystemPrompt prompt) {
    List<Map<String, Object>> turns =
        prompt.exampleTurns().stream()
            .map(turn -> Json.object("user", turn.user(), "assistant", turn.assistant()))
            .toList();
    return turns.isEmpty() ? null : turns;
  }

  private static Map<String, Object> variable(Variable variable) {
    return Json.object(
        "name", variable.name(), "value", variable.value(), "source", variable.source().name());
  }

  /** A result with its texts. */
  static Map<String, Object> result(Result result) {
    ResultError error = result.error();
    return Json.object(
        "id", result.id().value().toString(),
        "lane", result.lane().position(),
        "iteration", result.iteration(),
        "status", result.status().name(),
        "text", result.text(),
        "reasoning", result.reasoning(),
        "finishReason", result.finishReason(),
        "error",
            error == null
                ? null
                : Json.object("code", error.code().name(), "message", error.message()),
        "timings", timings(result.timings()),
        "usage", usage(result.usage()),
        "attempts", result.attempts(),
        "closedMs", result.stop() == null ? null : result.stop().closedMs(),
        "hasPassed", result.hasPassed(),
        "checkMessage", result.checkMessage());
  }

  private static @Nullable Map<String, Object> timings(@Nullable Timings timings) {
    return timings == null
        ? null
        : Json.object(
            "queuedMs",
            timings.queuedMs(),
            "timeToFirstTokenMs",
            timings.timeToFirstTokenMs(),
            "latencyMs",
            timings.latencyMs(),
            "interTokenP50Ms",
            timings.interTokenP50Ms(),
            "interTokenP99Ms",
            timings.interTokenP99Ms(),
            "tokensPerSecond",
            timings.tokensPerSecond(),
            "arrivedTokens",
            timings.arrivedTokens());
  }

  private static @Nullable Map<String, Object> usage(@Nullable Usage usage) {
    return usage == null
        ? null
        : Json.object(
            "promptTokens", usage.promptTokens(),
            "completionTokens", usage.completionTokens(),
            "reasoningTokens", usage.reasoningTokens(),
            "cost", text(usage.cost()));
  }

  private static @Nullable String text(@Nullable BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
