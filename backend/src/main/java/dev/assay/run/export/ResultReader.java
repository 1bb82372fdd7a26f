package dev.assay.run.export;

import dev.assay.database.Ids;
import dev.assay.error.ErrorCode;
import dev.assay.generation.Status;
import dev.assay.generation.Timings;
import dev.assay.run.EndedRuns;
import dev.assay.run.Lane;
import dev.assay.run.Result;
import dev.assay.run.ResultError;
import dev.assay.run.ResultId;
import dev.assay.run.RunId;
import dev.assay.run.Usage;
import dev.assay.run.check.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the results of one run of a document: one for each lane and iteration. */
final class ResultReader {
  private static final Set<String> NAMES =
      Set.of(
          "id",
          "lane",
          "iteration",
          "status",
          "text",
          "reasoning",
          "finishReason",
          "error",
          "timings",
          "usage",
          "attempts",
          "closedMs",
          "hasPassed",
          "checkMessage");
  private static final Set<String> ERROR = Set.of("code", "message");
  private static final Set<String> TIMINGS =
      Set.of(
          "queuedMs",
          "timeToFirstTokenMs",
          "latencyMs",
          "interTokenP50Ms",
          "interTokenP99Ms",
          "tokensPerSecond",
          "arrivedTokens");
  private static final Set<String> USAGE =
      Set.of("promptTokens", "completionTokens", "reasoningTokens", "cost");

  /** More than an answer may have. */
  private static final int MAX_TEXT_BYTES = 16 * 1024 * 1024;

  private static final int MAX_WORDS_BYTES = 10_000;
  private static final int MAX_ATTEMPTS = 1_000;

  private final RunId run;
  private final List<Lane> lanes;
  private final int iterations;
  private final Map<UUID, ResultId> ids = new HashMap<>();

  ResultReader(RunId run, List<Lane> lanes, int iterations) {
    this.run = run;
    this.lanes = lanes;
    this.iterations = iterations;
  }

  List<Result> read(Node parent) {
    List<Result> results = new ArrayList<>();
    Set<List<Integer>> seen = new HashSet<>();
    for (Node node : parent.objects("results", NAMES)) {
      Result result = result(node);
      if (!seen.add(List.of(result.lane().position(), result.iteration()))) {
        throw node.bad("iteration", "This answer stands here twice.");
      }
      results.add(result);
    }
    int expected = lanes.size() * iterations;
    if (expected > EndedRuns.MAX_RESULTS) {
      throw parent.bad(
          "iterations", "A run has at most %d answers.".formatted(EndedRuns.MAX_RESULTS));
    }
    if (results.size() != expected) {
      throw parent.bad(
          "results",
          "%d lanes times %d iterations are %d answers; here are %d."
              .formatted(lanes.size(), iterations, expected, results.size()));
    }
    return results;
  }

  /** What an answer of the document is called now; null where it has none with this id. */
  @Nullable ResultId newId(UUID old) {
    return ids.get(old);
  }

  private Result result(Node node) {
    Status status = node.oneOf("status", Status.values());
    UUID old = node.idOrNull("id");
    ResultId id = new ResultId(Ids.next());
    if (old != null && ids.put(old, id) != null) {
      throw node.bad("id", "Another answer has this id.");
    }
    return new Result(
        id,
        run,
        lanes.get(node.integer("lane", 0, lanes.size() - 1)),
        node.integer("iteration", 1, iterations),
        status.isFinal() ? status : Status.FAILED,
        Objects.requireNonNullElse(node.textOrNull("text", MAX_TEXT_BYTES), ""),
        Objects.requireNonNullElse(node.textOrNull("reasoning", MAX_TEXT_BYTES), ""),
        node.textOrNull("finishReason", MAX_WORDS_BYTES),
        error(node, status),
        timings(node),
        usage(node),
        Objects.requireNonNullElse(node.integerOrNull("attempts", 1, MAX_ATTEMPTS), 1),
        null,
        stop(node, status),
        verdict(node, status));
  }

  /** One that had not ended has lost its process. */
  private static @Nullable ResultError error(Node parent, Status status) {
    Node node = parent.objectOrNull("error", ERROR);
    if (!status.isFinal()) {
      return new ResultError(ErrorCode.INTERRUPTED, ResultError.INTERRUPTED);
    }
    if ((node != null) != (status == Status.FAILED)) {
      throw parent.bad("error", "An answer has an error where it failed, and only there.");
    }
    return node == null
        ? null
        : new ResultError(
            node.oneOf("code", ErrorCode.values()), node.text("message", MAX_WORDS_BYTES));
  }

  private static Result.@Nullable Stop stop(Node node, Status status) {
    Double closedMs = node.sizeOrNull("closedMs");
    if (closedMs != null && status != Status.CANCELLED) {
      throw node.bad("closedMs", "Only an answer that was stopped has this.");
    }
    return closedMs == null ? null : new Result.Stop(closedMs, null);
  }

  private static @Nullable Verdict verdict(Node node, Status status) {
    String message = node.textOrNull("checkMessage", MAX_WORDS_BYTES);
    if (node.has("hasPassed") && status != Status.COMPLETED) {
      throw node.bad("hasPassed", "Only an answer that completed was checked.");
    }
    return node.has("hasPassed") ? new Verdict(node.isTrue("hasPassed"), message) : null;
  }

  private static @Nullable Timings timings(Node parent) {
    Node node = parent.objectOrNull("timings", TIMINGS);
    return node == null
        ? null
        : new Timings(
            node.sizeOrNull("queuedMs"),
            node.sizeOrNull("timeToFirstTokenMs"),
            node.sizeOrNull("latencyMs"),
            node.sizeOrNull("interTokenP50Ms"),
            node.sizeOrNull("interTokenP99Ms"),
            node.sizeOrNull("tokensPerSecond"),
            node.integerOrNull("arrivedTokens", 0, Integer.MAX_VALUE));
  }

  private static @Nullable Usage usage(Node parent) {
    Node node = parent.objectOrNull("usage", USAGE);
    return node == null
        ? null
        : new Usage(
            node.integerOrNull("promptTokens", 0, Integer.MAX_VALUE),
            node.integerOrNull("completionTokens", 0, Integer.MAX_VALUE),
            node.integerOrNull("reasoningTokens", 0, Integer.MAX_VALUE),
            node.amountOrNull("cost"));
  }
}
