package dev.assay;

import dev.assay.database.RequiresDatabase;
import dev.assay.identity.LocalUser;
import dev.assay.model.ModelDraft;
import dev.assay.model.ModelMetadata;
import dev.assay.model.ModelService;
import dev.assay.prompt.PromptService;
import dev.assay.provider.AddressPolicy;
import dev.assay.simulator.SimulatedModel;
import dev.assay.simulator.Simulator;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.util.StringUtils;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What greets a newcomer: a simulated model server with four models, and a sample prompt. */
@Singleton
@RequiresDatabase
@Requires(property = "assay.simulator.enabled", notEquals = StringUtils.FALSE)
class Newcomers {
  private final ModelService models;
  private final PromptService prompts;
  private final AddressPolicy addresses;
  private @Nullable Simulator simulator;

  Newcomers(ModelService models, PromptService prompts, AddressPolicy addresses) {
    this.models = models;
    this.prompts = prompts;
    this.addresses = addresses;
  }

  @EventListener
  void greet(StartupEvent event) {
    simulator = Simulator.start(0);
    addresses.allowOurs(URI.create(simulator.baseUrl()));
    models.offerSimulated(LocalUser.CALLER, simulator.baseUrl(), offered());
    prompts.offerSample();
  }

  private static List<ModelDraft> offered() {
    return SimulatedModel.ALL.stream().map(Newcomers::offer).toList();
  }

  private static ModelDraft offer(SimulatedModel model) {
    return new ModelDraft(
        model.displayName(),
        model.modelName(),
        new ModelMetadata(
            model.type(),
            model.contextLength(),
            model.maxTokens(),
            model.inputPricePerMillion(),
            model.outputPricePerMillion(),
            model.notes()));
  }

  @PreDestroy
  void close() {
    if (simulator != null) {
      simulator.close();
    }
  }
}
