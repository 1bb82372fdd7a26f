package dev.assay.run.export;

import dev.assay.graphql.Caller;
import dev.assay.model.ModelService;
import dev.assay.prompt.PromptService;
import dev.assay.run.EndedRuns;
import dev.assay.run.Run;
import dev.assay.run.RunId;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Makes the caller's runs of a document. */
@Singleton
class RunImport {
  private final ModelService models;
  private final PromptService prompts;
  private final EndedRuns ended;

  RunImport(ModelService models, PromptService prompts, EndedRuns ended) {
    this.models = models;
    this.prompts = prompts;
    this.ended = ended;
  }

  /** Stores all runs, or none where anything is wrong, and tells their new ids in order. */
  @Transactional
  List<RunId> add(Caller caller, InputStream document) {
    RunReader reader = new RunReader(caller, new Links(caller, models, prompts));
    List<RunId> ids = new ArrayList<>();
    DocumentReader.read(
        document,
        node -> {
          Run run = reader.read(node);
          ended.add(run);
          ids.add(run.id());
        });
    return ids;
  }
}
