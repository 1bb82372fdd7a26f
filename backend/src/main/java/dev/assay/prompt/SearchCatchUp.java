package dev.assay.prompt;

import dev.assay.access.Access;
import dev.assay.access.Kind;
import dev.assay.prompt.SearchRepository.Missing;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Makes prompts findable that were stored before there was a search, once, when the service starts.
 */
@Singleton
class SearchCatchUp {
  private static final int AT_ONCE = 200;

  private final SearchRepository search;
  private final PromptRepository prompts;
  private final VersionRepository versions;
  private final PromptStore store;

  SearchCatchUp(
      SearchRepository search,
      PromptRepository prompts,
      VersionRepository versions,
      PromptStore store) {
    this.search = search;
    this.prompts = prompts;
    this.versions = versions;
    this.store = store;
  }

  @EventListener
  @Transactional
  void catchUp(StartupEvent event) {
    for (List<Missing> some = search.missing(AT_ONCE);
        !some.isEmpty();
        some = search.missing(AT_ONCE)) {
      some.forEach(this::catchUp);
    }
  }

  private void catchUp(Missing missing) {
    Access access = Access.toRead(Kind.PROMPT, missing.owner());
    PromptVersionId newest =
        prompts.byIds(access, List.of(missing.id())).getFirst().currentVersion().id();
    PromptBody body = versions.bodies(access, List.of(newest)).get(newest);
    if (body != null) {
      store.find(missing.owner(), missing.id(), body);
    }
  }
}
