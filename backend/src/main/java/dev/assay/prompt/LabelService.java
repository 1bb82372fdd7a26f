package dev.assay.prompt;

import dev.assay.access.Access;
import dev.assay.access.Kind;
import dev.assay.database.Connection;
import dev.assay.database.Ids;
import dev.assay.database.PageRequest;
import dev.assay.error.AppException;
import dev.assay.graphql.Caller;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Points labels at versions, and remembers every move. */
@Singleton
class LabelService {
  static final int MAX_LABELS = 20;

  private final LabelRepository labels;
  private final VersionRepository versions;
  private final PromptStore store;

  LabelService(LabelRepository labels, VersionRepository versions, PromptStore store) {
    this.labels = labels;
    this.versions = versions;
    this.store = store;
  }

  /** The labels of each of the prompts that the caller may read, in the order of their names. */
  Map<PromptId, List<PromptLabel>> labels(Caller caller, Collection<PromptId> ids) {
    return labels.ofPrompts(toRead(caller), ids).stream()
        .collect(Collectors.groupingBy(PromptLabel::promptId));
  }

  /** A page of what happened to a prompt's labels, newest first. */
  Connection<PromptLabelMove> history(Caller caller, PromptId id, PageRequest page) {
    Access access = toRead(caller);
    return Connection.of(
        labels.moves(access, id, page),
        page,
        move -> move.id().toString(),
        () -> labels.countMoves(access, id));
  }

  /** Points a label at a version, be it new or not. */
  @Transactional
  Prompt set(Caller caller, PromptId id, String name, int versionNumber) {
    Prompt prompt = store.changeable(caller, id);
    PromptVersion version = versions.byNumber(toRead(caller), id, versionNumber);
    if (version == null) {
      throw AppException.badInput("versionNumber", "The prompt has no version of this number.");
    }
    PromptVersionId before = find(caller, id, name);
    if (version.id().equals(before)) {
      return prompt;
    }
    if (before == null && count(caller, id) >= MAX_LABELS) {
      throw AppException.badInput("label", "A prompt has at most " + MAX_LABELS + " labels.");
    }
    Instant now = Instant.now();
    labels.save(new PromptLabel(id, name, version.id(), now, caller.id()));
    labels.log(id, new PromptLabelMove(Ids.next(), name, before, version.id(), now, caller.id()));
    return prompt;
  }

  /** Takes a label off, if it is there. */
  @Transactional
  Prompt remove(Caller caller, PromptId id, String name) {
    Prompt prompt = store.changeable(caller, id);
    PromptVersionId before = find(caller, id, name);
    if (before != null) {
      labels.delete(id, name);
      labels.log(
          id, new PromptLabelMove(Ids.next(), name, before, null, Instant.now(), caller.id()));
    }
    return prompt;
  }

  /** Where a label points; null where there is none such. */
  private @Nullable PromptVersionId find(Caller caller, PromptId id, String name) {
    return all(caller, id).stream()
        .filter(label -> label.name().equals(name))
        .map(PromptLabel::versionId)
        .findFirst()
        .orElse(null);
  }

  private int count(Caller caller, PromptId id) {
    return all(caller, id).size();
  }

  private List<PromptLabel> all(Caller caller, PromptId id) {
    return labels.ofPrompts(toRead(caller), List.of(id));
  }

  private static Access toRead(Caller caller) {
    return Access.toRead(Kind.PROMPT, caller);
  }
}
