package dev.assay.run;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.model.ModelId;
import dev.assay.run.StartRun.LaneDraft;
import dev.assay.run.StartRun.PromptChoice;
import java.util.List;
import java.util.stream.Stream;

/** Makes of a stored run what has to be asked to repeat it exactly. */
final class Rerun {
  private Rerun() {}

  /**
   * @param isOwn whether the caller owns the run: nobody else may ask with its prompt versions, and
   *     takes their filled-in texts instead
   */
  static StartRun of(Run run, List<Lane> lanes, boolean isOwn) {
    return new StartRun(
        lanes.stream().map(lane -> lane(lane, isOwn)).toList(),
        run.userMessage(),
        prompt(run.prompt(), isOwn),
        isOwn ? runValues(run, lanes) : List.of(),
        run.parameters(),
        run.iterations(),
        run.check(),
        null);
  }

  private static LaneDraft lane(Lane lane, boolean isOwn) {
    ModelId model = lane.modelId();
    if (model == null) {
      throw new AppException(
          ErrorCode.NOT_FOUND,
          "The model %s is gone, so the run cannot be repeated exactly."
              .formatted(lane.modelSnapshot().name()));
    }
    SystemPrompt own = lane.own().prompt();
    return new LaneDraft(
        "runId",
        model,
        lane.own().parameters(),
        own == null ? null : prompt(own, isOwn),
        own == null || !isOwn ? List.of() : values(own.variables().stream(), VariableSource.LANE));
  }

  /** What was given for the run, of which some stands in lanes alone. */
  private static List<GivenValue> runValues(Run run, List<Lane> lanes) {
    return values(
        Stream.concat(
            run.prompt().variables().stream(),
            lanes.stream().flatMap(lane -> lane.prompt().variables().stream())),
        VariableSource.RUN);
  }

  private static List<GivenValue> values(Stream<Variable> variables, VariableSource source) {
    return variables
        .filter(variable -> variable.source() == source)
        .map(variable -> new GivenValue("runId", variable.name(), variable.value()))
        .distinct()
        .toList();
  }

  private static PromptChoice prompt(SystemPrompt prompt, boolean isOwn) {
    if (!isOwn) {
      return new PromptChoice.Kept(
          new SystemPrompt(prompt.text(), null, List.of(), prompt.exampleTurns()));
    }
    return prompt.promptVersionId() == null
        ? new PromptChoice.Typed(prompt.text())
        : new PromptChoice.Version("runId", prompt.promptVersionId());
  }
}
