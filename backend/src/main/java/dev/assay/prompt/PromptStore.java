package dev.assay.prompt;

import dev.assay.access.Access;
import dev.assay.access.Kind;
import dev.assay.access.Owner;
import dev.assay.database.Ids;
import dev.assay.database.UniqueViolation;
import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.graphql.Caller;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What every change of a prompt does: it keeps everybody else from changing it meanwhile, and what
 * it is found by follows. Every method belongs into a transaction.
 */
@Singleton
final class PromptStore {
  private static final String NAME_TAKEN = "You have another prompt of this name.";

  private final PromptRepository prompts;
  private final VersionRepository versions;
  private final SearchRepository search;

  PromptStore(PromptRepository prompts, VersionRepository versions, SearchRepository search) {
    this.prompts = prompts;
    this.versions = versions;
    this.search = search;
  }

  /** A version to be, with what it says. */
  record Draft(String message, Instant createdAt, PromptBody body) {}

  /**
   * Adds a prompt with its versions, the first of which has the number 1; false where its name or
   * id is taken, and then nothing is added.
   */
  boolean insert(Caller caller, PromptRepository.Row row, List<Draft> drafts) {
    if (!prompts.insert(Owner.of(caller), row)) {
      return false;
    }
    int number = 0;
    for (Draft draft : drafts) {
      number++;
      versions.insert(version(caller, row.id(), number, draft), draft.body());
    }
    find(Owner.of(caller), row.id(), drafts.getLast().body());
    return true;
  }

  /** Adds the version behind the newest of a prompt that is locked; tells its number. */
  int append(Caller caller, Prompt prompt, String message, PromptBody body) {
    int number = prompt.currentVersion().number() + 1;
    Draft draft = new Draft(message, Instant.now(), body);
    versions.insert(version(caller, prompt.id(), number, draft), body);
    return number;
  }

  /** Writes what may change of a prompt. Throws {@code CONFLICT} where the name is taken. */
  void update(Caller caller, Prompt prompt, int currentVersion, PromptBody body) {
    try {
      prompts.update(
          prompt.id(), prompt.name(), prompt.description(), prompt.tags(), currentVersion);
    } catch (UniqueViolation e) {
      throw nameTaken();
    }
    find(Owner.of(caller), prompt.id(), body);
  }

  /** Marks a prompt that is locked, or takes the mark away. */
  void setStarred(Caller caller, Prompt prompt, boolean starred) {
    prompts.setStarred(prompt.id(), starred);
    find(Owner.of(caller), prompt.id(), body(caller, prompt.currentVersion().id()));
  }

  /** Takes a prompt out of the list or brings it back. Throws {@code CONFLICT}. */
  void setRemoved(PromptId id, boolean removed) {
    try {
      prompts.setRemoved(id, removed);
    } catch (UniqueViolation e) {
      throw conflict(NAME_TAKEN);
    }
  }

  /** Writes down what a prompt is found by. */
  void find(Owner owner, PromptId id, PromptBody body) {
    Prompt prompt = prompts.byIds(Access.toRead(Kind.PROMPT, owner), List.of(id)).getFirst();
    String text = SearchText.of(prompt, body);
    search.save(id, text, SearchText.terms(owner, text, prompt.tags(), prompt.isStarred()));
  }

  /**
   * The prompt as nobody else can change it before the transaction ends. Throws {@code NOT_FOUND},
   * and {@code CONFLICT} where it is removed.
   */
  Prompt changeable(Caller caller, PromptId id) {
    Prompt prompt = locked(caller, id);
    if (prompt.removedAt() != null) {
      throw conflict("The prompt is removed; restore it before you change it.");
    }
    return prompt;
  }

  /** The same, also where it is removed. */
  Prompt locked(Caller caller, PromptId id) {
    Access access = Access.toChange(Kind.PROMPT, caller);
    if (!prompts.lock(access, id)) {
      throw AppException.notFound("prompt");
    }
    return prompts.byIds(access, List.of(id)).getFirst();
  }

  /** What a version says. */
  PromptBody body(Caller caller, PromptVersionId id) {
    Access access = Access.toRead(Kind.PROMPT, caller);
    return Objects.requireNonNull(versions.bodies(access, List.of(id)).get(id));
  }

  /** The error where a name that was given is another prompt's; it names the field. */
  static AppException nameTaken() {
    return new AppException(ErrorCode.CONFLICT, NAME_TAKEN, Map.of("field", "input.name"));
  }

  private static AppException conflict(String message) {
    return new AppException(ErrorCode.CONFLICT, message);
  }

  private static PromptVersion version(Caller caller, PromptId id, int number, Draft draft) {
    return new PromptVersion(
        new PromptVersionId(Ids.next()),
        id,
        number,
        draft.message(),
        caller.id(),
        draft.createdAt());
  }
}
