package dev.assay.prompt;

import dev.assay.access.Access;
import dev.assay.access.Kind;
import dev.assay.access.Owner;
import dev.assay.database.Connection;
import dev.assay.database.Ids;
import dev.assay.database.PageRequest;
import dev.assay.database.UniqueViolation;
import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.graphql.Caller;
import dev.assay.identity.LocalUser;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps prompts. A caller knows those that {@link Access} lets through, and no other. */
@Singleton
public class PromptService {
  private final PromptRepository prompts;
  private final VersionRepository versions;

  PromptService(PromptRepository prompts, VersionRepository versions) {
    this.prompts = prompts;
    this.versions = versions;
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

  /** One version, also of a removed prompt. Throws {@code NOT_FOUND}. */
  public PromptVersion version(Caller caller, PromptVersionId id) {
    return found(versions(caller, List.of(id)).get(id), "prompt version");
  }

  /** Those of the versions that the caller may read, also of removed prompts. */
  public Map<PromptVersionId, PromptVersion> versions(
      Caller caller, Collection<PromptVersionId> ids) {
    return versions.byIds(toRead(caller), ids).stream()
        .collect(Collectors.toMap(PromptVersion::id, Function.identity()));
  }

  /** All versions of each of the prompts that the caller may read, newest first. */
  public Map<PromptId, List<PromptVersion>> history(Caller caller, Collection<PromptId> ids) {
    return versions.ofPrompts(toRead(caller), ids).stream()
        .collect(Collectors.groupingBy(PromptVersion::promptId));
  }

  /** A page of the prompts that are not removed, the most recently changed first. */
  public Connection<Prompt> list(Caller caller, PageRequest page, @Nullable String text) {
    List<Prompt> rows =
        prompts.page(toRead(caller), text, ListPosition.parse(page.after()), page.limit());
    return Connection.of(
        rows, page, ListPosition::keyOf, () -> prompts.count(toRead(caller), text));
  }

  @Transactional
  Prompt create(Caller caller, PromptDraft draft) {
    PromptId id = new PromptId(Ids.next());
    if (!insert(caller, id, draft)) {
      throw nameTaken();
    }
    return prompt(caller, id);
  }

  @Transactional
  Prompt update(Caller caller, PromptId id, PromptChange change) {
    Prompt before = changeable(caller, id);
    PromptVersion newest = before.currentVersion();
    if (change.baseVersionNumber() != newest.number()) {
      throw conflict(
          "The prompt has changed meanwhile: its newest version is number "
              + newest.number()
              + ".");
    }
    String content = Objects.requireNonNullElse(change.content(), newest.content());
    int number =
        content.equals(newest.content())
            ? newest.number()
            : append(newest, content, change.message());
    String name = Objects.requireNonNullElse(change.name(), before.name());
    String description = Objects.requireNonNullElse(change.description(), before.description());
    if (number != newest.number()
        || !name.equals(before.name())
        || !description.equals(before.description())) {
      store(() -> prompts.update(id, name, description, number));
    }
    return prompt(caller, id);
  }

  @Transactional
  Prompt rollback(Caller caller, PromptId id, int number) {
    Prompt before = changeable(caller, id);
    PromptVersion newest = before.currentVersion();
    PromptVersion older =
        found(versions.byNumber(toRead(caller), id, number), "version of this prompt");
    if (older.number() == newest.number()) {
      return before;
    }
    int next = append(newest, older.content(), "Back to version " + number);
    prompts.update(id, before.name(), before.description(), next);
    return prompt(caller, id);
  }

  @Transactional
  Prompt setRemoved(Caller caller, PromptId id, boolean removed) {
    boolean isRemoved = locked(caller, id).removedAt() != null;
    if (isRemoved != removed) {
      store(() -> prompts.setRemoved(id, removed));
    }
    return prompt(caller, id);
  }

  /**
   * Gives the local user a prompt to begin with. It is made once: who removes, renames or changes
   * it keeps it so, and who has a prompt of that name keeps the name.
   */
  @Transactional
  public void offerSample() {
    insert(LocalUser.CALLER, SamplePrompt.ID, SamplePrompt.DRAFT);
  }

  private boolean insert(Caller caller, PromptId id, PromptDraft draft) {
    if (!prompts.insert(Owner.of(caller), id, draft.name(), draft.description())) {
      return false;
    }
    versions.insert(newVersionId(), id, 1, draft.content(), draft.message());
    return true;
  }

  /** Adds the version behind the newest, which the caller has locked; its number. */
  private int append(PromptVersion newest, String content, String message) {
    int number = newest.number() + 1;
    versions.insert(newVersionId(), newest.promptId(), number, content, message);
    return number;
  }

  private Prompt changeable(Caller caller, PromptId id) {
    Prompt prompt = locked(caller, id);
    if (prompt.removedAt() != null) {
      throw conflict("The prompt is removed; restore it before you change it.");
    }
    return prompt;
  }

  /** The prompt as nobody else can change it before the transaction ends. */
  private Prompt locked(Caller caller, PromptId id) {
    if (!prompts.lock(toChange(caller), id)) {
      throw AppException.notFound("prompt");
    }
    return prompt(caller, id);
  }

  private static Access toRead(Caller caller) {
    return Access.toRead(Kind.PROMPT, caller);
  }

  private static Access toChange(Caller caller) {
    return Access.toChange(Kind.PROMPT, caller);
  }

  private static void store(Runnable change) {
    try {
      change.run();
    } catch (UniqueViolation e) {
      throw nameTaken();
    }
  }

  private static AppException nameTaken() {
    return conflict("You have another prompt of this name.");
  }

  private static <T> T found(@Nullable T thing, String name) {
    if (thing == null) {
      throw AppException.notFound(name);
    }
    return thing;
  }

  private static AppException conflict(String message) {
    return new AppException(ErrorCode.CONFLICT, message);
  }

  private static PromptVersionId newVersionId() {
    return new PromptVersionId(Ids.next());
  }
}
