package dev.assay.prompt;

import dev.assay.graphql.Input;
import dev.assay.prompt.PromptStore.Draft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The prompts of a document, read by {@link #read}. Whatever is wrong is {@code BAD_USER_INPUT}.
 */
record PromptDocument(List<Entry> entries) {
  /** As many as a document of the largest size could hold. */
  private static final int MAX_MOVES = 10_000;

  /** A prompt with its versions, the first of which has the number 1. */
  record Entry(
      String name,
      String description,
      List<String> tags,
      Instant createdAt,
      List<Draft> versions,
      List<Label> labels,
      List<Move> moves) {}

  /** A label and the number of its version. */
  record Label(String name, int versionNumber, Instant movedAt) {}

  /** A move of a label between versions of these numbers; null where there is none. */
  record Move(String label, @Nullable Integer from, @Nullable Integer to, Instant movedAt) {}

  static PromptDocument read(Input input) {
    if (!PromptExport.FORMAT.equals(input.get("format"))) {
      throw input.bad("format", "This must be " + PromptExport.FORMAT + ".");
    }
    if (!Objects.equals(input.get("formatVersion"), PromptExport.FORMAT_VERSION)) {
      throw input.bad("formatVersion", "Only version 1 of the format is known.");
    }
    List<Input> prompts = input.objects("prompts");
    if (prompts.isEmpty() || prompts.size() > PromptExport.MAX_PROMPTS) {
      throw input.bad("prompts", "A document has 1 to " + PromptExport.MAX_PROMPTS + " prompts.");
    }
    return new PromptDocument(prompts.stream().map(PromptDocument::entry).toList());
  }

  private static Entry entry(Input input) {
    List<Draft> versions = versions(input);
    return new Entry(
        PromptInputs.name(input),
        PromptInputs.description(input),
        PromptInputs.tags(input),
        moment(input, "createdAt"),
        versions,
        labels(input, versions.size()),
        moves(input, versions.size()));
  }

  private static List<Draft> versions(Input input) {
    List<Draft> versions = new ArrayList<>();
    for (Input version : input.objects("versions")) {
      if (!Objects.equals(version.get("number"), versions.size() + 1)) {
        throw version.bad("number", "Versions are numbered from 1 on, without a gap.");
      }
      versions.add(
          new Draft(
              PromptInputs.message(version),
              moment(version, "createdAt"),
              BodyInput.read(version).alone()));
    }
    if (versions.isEmpty()) {
      throw input.bad("versions", "A prompt has at least one version.");
    }
    return versions;
  }

  private static List<Label> labels(Input input, int versions) {
    List<Label> labels = new ArrayList<>();
    for (Input label : input.objects("labels")) {
      Integer number = label.integer("versionNumber", 1, versions);
      labels.add(
          new Label(
              PromptInputs.label(label, "name"),
              Objects.requireNonNull(number),
              moment(label, "movedAt")));
    }
    if (labels.size() > LabelService.MAX_LABELS) {
      throw input.bad("labels", "A prompt has at most " + LabelService.MAX_LABELS + " labels.");
    }
    BodyInput.requireOnce(input, "labels", labels.stream().map(Label::name).toList());
    return labels;
  }

  private static List<Move> moves(Input input, int versions) {
    List<Move> moves = new ArrayList<>();
    for (Input move : input.objects("labelHistory")) {
      moves.add(
          new Move(
              PromptInputs.label(move, "label"),
              move.integer("fromVersionNumber", 1, versions),
              move.integer("toVersionNumber", 1, versions),
              moment(move, "movedAt")));
    }
    if (moves.size() > MAX_MOVES) {
      throw input.bad("labelHistory", "A label history has at most 10,000 moves.");
    }
    return moves;
  }

  /** Now where absent. */
  private static Instant moment(Input input, String name) {
    return Objects.requireNonNullElseGet(input.<Instant>get(name), Instant::now);
  }
}
