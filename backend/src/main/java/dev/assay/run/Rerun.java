package dev.assay.run;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.model.ModelId;
import dev.assay.run.StartRun.LaneDraft;
import dev.assay.run.StartRun.PromptChoice;
import java.util.List;

/** Makes of a stored run what has to be asked to repeat it exactly. */
final class Rerun {
  private Rerun() {}

  static StartRun of(Run run, List<Lane> lanes) {
    return new StartRun(
        lanes.stream().map(Rerun::lane).toList(),
        run.userMessage(),
        prompt(run.prompt()),
        run.parameters(),
        run.iterations(),
        null);
  }

  private static LaneDraft lane(Lane lane) {
    ModelId model = lane.modelId();
    if (model == null) {
      throw new AppException(
          ErrorCode.NOT_FOUND,
          "The model %s is gone, so the run cannot be repeated exactly."
              .formatted(lane.modelSnapshot().name()));
    }
    SystemPrompt own = lane.own().prompt();
    return new LaneDraft("runId", model, lane.own().parameters(), own == null ? null : prompt(own));
  }

  private static PromptChoice prompt(SystemPrompt prompt) {
    return prompt.promptVersionId() == null
        ? new PromptChoice.Typed(prompt.text())
        : new PromptChoice.Version("runId", prompt.promptVersionId());
  }
}
