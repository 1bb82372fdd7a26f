package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.database.Ids;
import dev.assay.database.PageRequest;
import dev.assay.database.TestDatabase;
import dev.assay.error.AppException;
import dev.assay.graphql.Caller;
import dev.assay.graphql.Credential;
import dev.assay.graphql.UserId;
import dev.assay.identity.LocalUser;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromptServiceTest {
  private static final Caller LOCAL = LocalUser.CALLER;
  private static final Caller OTHER =
      new Caller(new UserId(Ids.next()), "Other", false, Credential.local(Ids.next()));

  private ApplicationContext context;
  private PromptService service;

  @BeforeEach
  void start() {
    Map<String, Object> properties = new HashMap<>(TestDatabase.properties());
    properties.put("assay.simulator.enabled", false); // Start-up would offer the sample itself.
    context = ApplicationContext.run(properties);
    service = context.getBean(PromptService.class);
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void theSampleIsMadeOnceAndOnlyOnce() {
    service.offerSample();
    service.offerSample();

    Prompt sample = all().getFirst();
    assertThat(all()).hasSize(1);
    assertThat(
            service
                .body(LOCAL, sample.currentVersion().id())
                .content()
                .getBytes(StandardCharsets.UTF_8)
                .length)
        .isBetween(200, PromptBody.MAX_CONTENT_BYTES);

    service.setRemoved(LOCAL, sample.id(), true);
    service.offerSample();
    assertThat(all()).isEmpty();
  }

  @Test
  void theSampleLeavesANameToWhoeverHasIt() {
    service.create(LOCAL, SamplePrompt.DRAFT);

    service.offerSample();

    assertThat(all()).hasSize(1).noneMatch(prompt -> prompt.id().equals(SamplePrompt.ID));
  }

  @Test
  void aVersionIsItsOwnersAlsoWhenThePromptIsRemoved() {
    Prompt prompt =
        service.create(LOCAL, new PromptDraft("a", "", List.of(), BodyDraft.of("text"), ""));
    PromptVersionId id = prompt.currentVersion().id();
    service.setRemoved(LOCAL, prompt.id(), true);

    assertThat(service.body(LOCAL, id).content()).isEqualTo("text");
    assertThat(service.versions(LOCAL, List.of(id))).containsOnlyKeys(id);
    assertThat(service.versions(OTHER, List.of(id))).isEmpty();
    assertThat(service.prompts(OTHER, List.of(prompt.id()))).isEmpty();
    assertThat(service.newest(OTHER, List.of(prompt.id()), null, 1)).isEmpty();
    assertThatThrownBy(() -> service.body(OTHER, id))
        .isInstanceOf(AppException.class)
        .hasMessageContaining("no such prompt version");
  }

  private List<Prompt> all() {
    return service
        .list(LOCAL, PageRequest.of(100, null), PromptFilter.NONE, PromptOrder.LAST_CHANGED)
        .getNodes();
  }
}
