package dev.assay.run.export;

import dev.assay.graphql.Caller;
import dev.assay.model.Model;
import dev.assay.model.ModelId;
import dev.assay.model.ModelService;
import dev.assay.prompt.PromptService;
import dev.assay.prompt.PromptVersionId;
import dev.assay.run.ModelSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a document's runs may be tied to here. An id of another server stands for nothing, or for
 * something else: so it counts only where the caller sees what it stands for. Each is looked up
 * once.
 */
final class Links {
  private final Caller caller;
  private final ModelService models;
  private final PromptService prompts;
  private final Map<ModelId, @Nullable Model> knownModels = new HashMap<>();
  private final Map<UUID, Boolean> knownVersions = new HashMap<>();

  Links(Caller caller, ModelService models, PromptService prompts) {
    this.caller = caller;
    this.models = models;
    this.prompts = prompts;
  }

  /** The id, where it is that of the model at the same address with the same name; else null. */
  @Nullable ModelId model(@Nullable ModelId id, ModelSnapshot snapshot) {
    if (id == null) {
      return null;
    }
    if (!knownModels.containsKey(id)) {
      knownModels.put(id, models.byIds(caller, List.of(id)).get(id));
    }
    Model model = knownModels.get(id);
    boolean isSame =
        model != null
            && model.endpointUrl().equals(snapshot.endpointUrl())
            && model.modelName().equals(snapshot.modelName());
    return isSame ? id : null;
  }

  /** The id, where it is that of a version that the caller may read; else null. */
  @Nullable UUID promptVersion(@Nullable UUID id) {
    if (id == null) {
      return null;
    }
    PromptVersionId version = new PromptVersionId(id);
    boolean isKnown =
        knownVersions.computeIfAbsent(
            id, _ -> prompts.versions(caller, List.of(version)).containsKey(version));
    return isKnown ? id : null;
  }
}
