package dev.assay.prompt;

import dev.assay.access.Access;
import dev.assay.access.Kind;
import dev.assay.database.PageRequest;
import dev.assay.error.AppException;
import dev.assay.graphql.Caller;
import dev.assay.graphql.Json;
import dev.assay.provider.ParametersDocument;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes prompts as one document, in the shape of {@code PromptDocumentInput}. */
@Singleton
final class PromptExport {
  static final String FORMAT = "assay.prompts";
  static final int FORMAT_VERSION = 1;
  static final int MAX_PROMPTS = 100;

  /** What a request can carry back, with a little room for the request around it. */
  private static final int MAX_BYTES = 1_000_000;

  private final PromptService service;
  private final LabelService labels;
  private final VersionRepository versions;

  PromptExport(PromptService service, LabelService labels, VersionRepository versions) {
    this.service = service;
    this.labels = labels;
    this.versions = versions;
  }

  /** The document of some prompts. Throws {@code NOT_FOUND} where one is not the caller's. */
  Map<String, Object> export(Caller caller, List<PromptId> ids) {
    if (ids.isEmpty() || ids.size() > MAX_PROMPTS) {
      throw AppException.badInput("ids", "Choose 1 to " + MAX_PROMPTS + " prompts.");
    }
    Map<PromptId, Prompt> found = service.prompts(caller, ids);
    // Before anything of it is read: it could be a gigabyte.
    if (versions.bytes(Access.toRead(Kind.PROMPT, caller), ids) > MAX_BYTES) {
      throw tooLarge();
    }
    List<Object> prompts = new ArrayList<>();
    for (PromptId id : ids.stream().distinct().toList()) {
      Prompt prompt = found.get(id);
      if (prompt == null) {
        throw AppException.notFound("prompt");
      }
      prompts.add(prompt(caller, prompt));
    }
    return checked(
        Json.object("format", FORMAT, "formatVersion", FORMAT_VERSION, "prompts", prompts));
  }

  private Map<String, Object> prompt(Caller caller, Prompt prompt) {
    List<PromptVersion> all = new ArrayList<>(versions(caller, prompt));
    all.sort(Comparator.comparingInt(PromptVersion::number));
    Map<PromptVersionId, Integer> numbers = new HashMap<>();
    all.forEach(version -> numbers.put(version.id(), version.number()));
    Map<PromptVersionId, PromptBody> bodies = service.bodies(caller, numbers.keySet());
    return Json.object(
        "name", prompt.name(),
        "description", prompt.description(),
        "tags", prompt.tags(),
        "createdAt", prompt.createdAt().toString(),
        "versions",
            all.stream()
                .map(version -> version(version, Objects.requireNonNull(bodies.get(version.id()))))
                .toList(),
        "labels", labels(caller, prompt.id()).stream().map(label -> label(label, numbers)).toList(),
        "labelHistory",
            moves(caller, prompt.id()).reversed().stream()
                .map(move -> move(move, numbers))
                .toList());
  }

  private static Map<String, Object> version(PromptVersion version, PromptBody body) {
    Tools tools = body.tools();
    return Json.object(
        "number", version.number(),
        "content", body.content(),
        "exampleTurns",
            body.exampleTurns().stream()
                .map(turn -> Json.object("user", turn.user(), "assistant", turn.assistant()))
                .toList(),
        "variables", body.variables().stream().map(PromptExport::variable).toList(),
        "suggestedModelId",
            body.suggestedModelId() == null ? null : body.suggestedModelId().toString(),
        "parameters", ParametersDocument.of(body.parameters()),
        "tools", tools == null ? null : tools.value(),
        "message", version.message(),
        "createdAt", version.createdAt().toString());
  }

  private static Map<String, Object> variable(PromptVariable variable) {
    return Json.object(
        "name", variable.name(),
        "type", variable.type().name(),
        "description", variable.description(),
        "defaultValue", variable.defaultValue(),
        "options", variable.options());
  }

  private static Map<String, Object> label(
      PromptLabel label, Map<PromptVersionId, Integer> numbers) {
    return Json.object(
        "name", label.name(),
        "versionNumber", numbers.get(label.versionId()),
        "movedAt", label.movedAt().toString());
  }

  private static Map<String, Object> move(
      PromptLabelMove move, Map<PromptVersionId, Integer> numbers) {
    return Json.object(
        "label",
        move.label(),
        "fromVersionNumber",
        move.from() == null ? null : numbers.get(move.from()),
        "toVersionNumber",
        move.to() == null ? null : numbers.get(move.to()),
        "movedAt",
        move.movedAt().toString());
  }

  private List<PromptVersion> versions(Caller caller, Prompt prompt) {
    return service
        .newest(caller, List.of(prompt.id()), null, Integer.MAX_VALUE)
        .getOrDefault(prompt.id(), List.of());
  }

  private List<PromptLabel> labels(Caller caller, PromptId id) {
    return labels.labels(caller, List.of(id)).getOrDefault(id, List.of());
  }

  private List<PromptLabelMove> moves(Caller caller, PromptId id) {
    return labels.history(caller, id, new PageRequest(Integer.MAX_VALUE - 1, null)).getNodes();
  }

  private static Map<String, Object> checked(Map<String, Object> document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var json = Json.generator(bytes)) {
      Json.write(json, document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (bytes.size() > MAX_BYTES) {
      throw tooLarge();
    }
    return document;
  }

  private static AppException tooLarge() {
    return AppException.badInput(
        "ids",
        "The document would have more than %,d bytes. Export fewer prompts at a time."
            .formatted(MAX_BYTES));
  }
}
