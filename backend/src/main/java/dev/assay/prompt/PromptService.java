package dev.assay.prompt;

import dev.assay.access.Access;
import dev.assay.access.Kind;
import dev.assay.access.Owner;
import dev.assay.database.Connection;
import dev.assay.database.Ids;
import dev.assay.database.PageRequest;
import dev.assay.error.AppException;
import dev.assay.graphql.Caller;
import dev.assay.identity.LocalUser;
import dev.assay.prompt.PromptStore.Draft;
import dev.assay.prompt.SearchRepository.Query;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps prompts. A caller knows those that {@link Access} lets through, and no other. */
@Singleton
public class PromptService {
  private final PromptRepository prompts;
  private final VersionRepository versions;
  private final SearchRepository search;
  private final PromptStore store;
  private final SuggestedModels models;

  PromptService(
      PromptRepository prompts,
      VersionRepository versions,
      SearchRepository search,
      PromptStore store,
      SuggestedModels models) {
    this.prompts = prompts;
    this.versions = versions;
    this.search = search;
    this.store = store;
    this.models = models;
  }

  /** One prompt, also a removed one. Throws {@code NOT_FOUND}. */
  public Prompt prompt(Caller caller, PromptId id) {
    return found(prompts(caller, List.of(id)).get(id), "prompt");
  }

  /** Those of the prompts that the caller may read, also removed ones. */
  public Map<PromptId, Prompt> prompts(Caller caller, Collection<PromptId> ids) {
    return prompts.byIds(toRead(caller), ids).stream()
        .collect(Collectors.toMap(Prompt::id, Function.identity()));
  }

  /** Those of the versions that the caller may read, also of removed prompts. */
  public Map<PromptVersionId, PromptVersion> versions(
      Caller caller, Collection<PromptVersionId> ids) {
    return versions.byIds(toRead(caller), ids).stream()
        .collect(Collectors.toMap(PromptVersion::id, Function.identity()));
  }

  /** What one version says, also of a removed prompt. Throws {@code NOT_FOUND}. */
  public PromptBody body(Caller caller, PromptVersionId id) {
    return found(bodies(caller, List.of(id)).get(id), "prompt version");
  }

  /** What those of the versions say that the caller may read, also of removed prompts. */
  public Map<PromptVersionId, PromptBody> bodies(Caller caller, Collection<PromptVersionId> ids) {
    return versions.bodies(toRead(caller), ids);
  }

  /** The newest versions before a number, of each of the prompts, newest first. */
  Map<PromptId, List<PromptVersion>> newest(
      Caller caller, Collection<PromptId> ids, @Nullable Integer before, int first) {
    return versions.newest(toRead(caller), ids, before, first).stream()
        .collect(Collectors.groupingBy(PromptVersion::promptId));
  }

  /** One version of a prompt; null where there is none of the number. */
  @Nullable PromptVersion version(Caller caller, PromptId id, int number) {
    return versions.byNumber(toRead(caller), id, number);
  }

  /** The version that a label points at. Throws {@code NOT_FOUND}. */
  PromptVersion labelled(Caller caller, String name, String label) {
    return found(versions.byLabel(toRead(caller), name, label), "prompt with such a label");
  }

  /** A page of the prompts that are not removed. */
  Connection<Prompt> list(Caller caller, PageRequest page, PromptFilter filter, PromptOrder order) {
    Access access = toRead(caller);
    Owner owner = Owner.of(caller);
    ListPosition after = ListPosition.parse(order, page.after());
    List<PromptId> ids = search.page(new Query(access, owner, filter, after, page.limit()));
    Map<PromptId, Prompt> found = prompts(caller, ids);
    List<Prompt> rows = ids.stream().map(found::get).filter(Objects::nonNull).toList();
    return Connection.of(
        rows,
        page,
        prompt -> ListPosition.keyOf(order, prompt),
        () -> search.count(access, owner, filter));
  }

  /** The tags of the prompts that are not removed, the most used first. */
  List<PromptTag> tags(Caller caller) {
    return prompts.tags(toRead(caller));
  }

  /** Counts that a run was started with these versions: one use for each of their prompts. */
  public void used(Collection<PromptVersionId> ids) {
    prompts.countUse(ids);
  }

  @Transactional
  Prompt create(Caller caller, PromptDraft draft) {
    PromptBody body = draft.body().alone();
    requireModel(caller, draft.body(), null);
    PromptId id = new PromptId(Ids.next());
    if (!insert(caller, id, draft, body)) {
      throw PromptStore.nameTaken();
    }
    return prompt(caller, id);
  }

  @Transactional
  Prompt update(Caller caller, PromptId id, PromptChange change) {
    Prompt before = store.changeable(caller, id);
    PromptBody newest = store.body(caller, before.currentVersion().id());
    int newestNumber = before.currentVersion().number();
    if (change.baseVersionNumber() != newestNumber) {
      throw StaleBase.error(change, newestNumber, newest);
    }
    PromptBody body = change.body().over(newest);
    requireModel(caller, change.body(), newest.suggestedModelId());
    int number =
        body.equals(newest) ? newestNumber : store.append(caller, before, change.message(), body);
    Prompt after = change.of(before);
    if (number != newestNumber || !after.equals(before)) {
      store.update(caller, after, number, body);
    }
    return prompt(caller, id);
  }

  @Transactional
  Prompt rollback(Caller caller, PromptId id, int number) {
    Prompt before = store.changeable(caller, id);
    PromptVersion older = found(version(caller, id, number), "version of this prompt");
    if (older.number() == before.currentVersion().number()) {
      return before;
    }
    PromptBody body = store.body(caller, older.id());
    int next = store.append(caller, before, "Back to version " + number, body);
    store.update(caller, before, next, body);
    return prompt(caller, id);
  }

  @Transactional
  Prompt setRemoved(Caller caller, PromptId id, boolean removed) {
    boolean isRemoved = store.locked(caller, id).removedAt() != null;
    if (isRemoved != removed) {
      store.setRemoved(id, removed);
    }
    return prompt(caller, id);
  }

  @Transactional
  Prompt setStarred(Caller caller, PromptId id, boolean starred) {
    Prompt before = store.changeable(caller, id);
    if (before.isStarred() != starred) {
      store.setStarred(caller, before, starred);
    }
    return prompt(caller, id);
  }

  @Transactional
  Prompt duplicate(Caller caller, PromptId id) {
    Prompt original = prompt(caller, id);
    PromptBody body = store.body(caller, original.currentVersion().id());
    String message = "Copy of version " + original.currentVersion().number();
    PromptId copy = new PromptId(Ids.next());
    Instant now = Instant.now();
    FreeName.find(
        original.name(),
        " (copy)",
        " (copy %d)",
        name ->
            store.insert(
                caller,
                new PromptRepository.Row(
                    copy, name, original.description(), original.tags(), 1, now),
                List.of(new Draft(message, now, body))));
    return prompt(caller, copy);
  }

  /**
   * Gives the local user a prompt to begin with. It is made once: who removes, renames or changes
   * it keeps it so, and who has a prompt of that name keeps the name.
   */
  @Transactional
  public void offerSample() {
    PromptDraft draft = SamplePrompt.DRAFT;
    insert(LocalUser.CALLER, SamplePrompt.ID, draft, draft.body().alone());
  }

  private boolean insert(Caller caller, PromptId id, PromptDraft draft, PromptBody body) {
    Instant now = Instant.now();
    return store.insert(
        caller,
        new PromptRepository.Row(id, draft.name(), draft.description(), draft.tags(), 1, now),
        List.of(new Draft(draft.message(), now, body)));
  }

  /** What stood there already may stay, also where the model is gone meanwhile. */
  private void requireModel(Caller caller, BodyDraft draft, @Nullable UUID before) {
    UUID model = draft.suggestedModelId();
    if (model != null && !model.equals(before) && !models.isKnown(caller, model)) {
      throw AppException.badInput(draft.path() + "suggestedModelId", "There is no such model.");
    }
  }

  private static Access toRead(Caller caller) {
    return Access.toRead(Kind.PROMPT, caller);
  }

  private static <T> T found(@Nullable T thing, String name) {
    if (thing == null) {
      throw AppException.notFound(name);
    }
    return thing;
  }
}
