package dev.assay.run;

import dev.assay.prompt.PromptService;
import dev.assay.prompt.PromptVersionId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the prompts that a run was started with them; the run does not wait for it. */
@Singleton
final class PromptUse {
  private static final Logger LOG = LoggerFactory.getLogger(PromptUse.class);

  private final PromptService prompts;

  PromptUse(PromptService prompts) {
    this.prompts = prompts;
  }

  /** Counts the versions that these lanes ask with. */
  void count(List<Lane> lanes) {
    var versions =
        lanes.stream()
            .map(lane -> lane.prompt().promptVersionId())
            .filter(Objects::nonNull)
            .map(PromptVersionId::new)
            .collect(Collectors.toSet());
    if (versions.isEmpty()) {
      return;
    }
    Thread.ofVirtual()
        .name("prompt-use")
        .start(() -> {
          try {
            prompts.used(versions);
          } catch (RuntimeException e) {
            LOG.warn("That prompts were used could not be counted", e);
          }
        });
  }
}
