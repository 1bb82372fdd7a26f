package dev.assay.prompt;

import dev.assay.access.Access;
import dev.assay.access.Kind;
import dev.assay.database.Ids;
import dev.assay.graphql.Caller;
import dev.assay.prompt.PromptDocument.Entry;
import dev.assay.prompt.PromptDocument.Label;
import dev.assay.prompt.PromptDocument.Move;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes prompts of a document. */
@Singleton
class PromptImport {
  private final PromptService service;
  private final PromptStore store;
  private final VersionRepository versions;
  private final LabelRepository labels;

  PromptImport(
      PromptService service,
      PromptStore store,
      VersionRepository versions,
      LabelRepository labels) {
    this.service = service;
    this.store = store;
    this.versions = versions;
    this.labels = labels;
  }

  /** What to do with a prompt whose name is taken. */
  enum ImportConflict {
    /** Number it. */
    RENAME,
    /** Leave it out. */
    SKIP
  }

  /** What an import did. */
  record ImportPromptsResult(List<Prompt> prompts, List<String> takenNames) {}

  /** Makes all prompts, or none where anything fails. */
  @Transactional
  ImportPromptsResult add(Caller caller, PromptDocument document, ImportConflict onConflict) {
    List<PromptId> made = new ArrayList<>();
    List<String> taken = new ArrayList<>();
    for (Entry entry : document.entries()) {
      PromptId id = new PromptId(Ids.next());
      boolean isAdded = insert(caller, id, entry.name(), entry);
      if (!isAdded) {
        taken.add(entry.name());
      }
      if (!isAdded && onConflict == ImportConflict.RENAME) {
        FreeName.find(entry.name(), " (2)", " (%d)", name -> insert(caller, id, name, entry));
        isAdded = true;
      }
      if (isAdded) {
        label(caller, id, entry);
        made.add(id);
      }
    }
    Map<PromptId, Prompt> found = service.prompts(caller, made);
    return new ImportPromptsResult(
        made.stream().map(id -> Objects.requireNonNull(found.get(id))).toList(), taken);
  }

  private boolean insert(Caller caller, PromptId id, String name, Entry entry) {
    return store.insert(
        caller,
        new PromptRepository.Row(
            id,
            name,
            entry.description(),
            entry.tags(),
            entry.versions().size(),
            entry.createdAt()),
        entry.versions());
  }

  private void label(Caller caller, PromptId id, Entry entry) {
    if (entry.labels().isEmpty() && entry.moves().isEmpty()) {
      return;
    }
    Map<Integer, PromptVersionId> ids = new HashMap<>();
    versions
        .newest(Access.toRead(Kind.PROMPT, caller), List.of(id), null, Integer.MAX_VALUE)
        .forEach(version -> ids.put(version.number(), version.id()));
    for (Label label : entry.labels()) {
      labels.save(
          new PromptLabel(id, label.name(), at(ids, label.versionNumber()), label.movedAt(), null));
    }
    for (Move move : entry.moves()) {
      labels.log(
          id,
          new PromptLabelMove(
              Ids.next(),
              move.label(),
              move.from() == null ? null : at(ids, move.from()),
              move.to() == null ? null : at(ids, move.to()),
              move.movedAt(),
              null));
    }
  }

  private static PromptVersionId at(Map<Integer, PromptVersionId> ids, @Nullable Integer number) {
    return Objects.requireNonNull(ids.get(number));
  }
}
