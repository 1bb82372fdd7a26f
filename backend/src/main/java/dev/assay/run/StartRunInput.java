package dev.assay.run;

import dev.assay.graphql.Input;
import dev.assay.model.ModelId;
import dev.assay.provider.Parameters;
import dev.assay.provider.ParametersInput;
import dev.assay.run.StartRun.LaneDraft;
import dev.assay.run.StartRun.PromptChoice;
import dev.assay.run.check.Check;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads {@code StartRunInput}, and says of each wrong field what is wrong. */
public final class StartRunInput {
  static final int MAX_BYTES = 10_240;
  static final int MAX_RESULTS = 200;
  private static final int MAX_KEY = 200;
  private static final int MAX_ITEMS = 1_000;
  private static final int MAX_BATCH_RESULTS = 10_000;

  private StartRunInput() {}

  static StartRun read(Input input) {
    return read(input, message(input, "userMessage"));
  }

  /** Reads {@code StartBatchInput}: one run for each of its items. */
  public static List<StartRun> readItems(Input input) {
    List<Input> items = input.objects("items");
    if (items.isEmpty() || items.size() > MAX_ITEMS) {
      throw input.bad("items", "A batch has 1 to %,d messages.".formatted(MAX_ITEMS));
    }
    StartRun shared = read(input, "");
    if (items.size() * shared.lanes().size() * shared.iterations() > MAX_BATCH_RESULTS) {
      throw input.bad(
          "items",
          "%,d messages times %d lanes times %d iterations are more than %,d answers."
              .formatted(
                  items.size(), shared.lanes().size(), shared.iterations(), MAX_BATCH_RESULTS));
    }
    return items.stream()
        .map(item -> shared.of(message(item, "message"), GivenValue.read(item)))
        .toList();
  }

  private static StartRun read(Input input, String message) {
    List<LaneDraft> lanes = lanes(input);
    Integer iterations = input.integer("iterations", 1, MAX_RESULTS);
    int repeats = iterations == null ? 1 : iterations;
    if (lanes.size() * repeats > MAX_RESULTS) {
      throw input.bad(
          "iterations",
          "%d lanes times %d iterations are more than %d answers."
              .formatted(lanes.size(), repeats, MAX_RESULTS));
    }
    PromptChoice prompt = prompt(input);
    return new StartRun(
        lanes,
        message,
        prompt == null ? new PromptChoice.Typed("") : prompt,
        GivenValue.read(input),
        ParametersInput.read(input.object("parameters")),
        repeats,
        Check.read(input),
        input.has("idempotencyKey") && input.get("idempotencyKey") != null
            ? input.text("idempotencyKey", MAX_KEY)
            : null);
  }

  private static String message(Input input, String name) {
    String message = input.bytesOrNull(name, MAX_BYTES);
    if (message == null || Input.isBlank(message)) {
      throw input.bad(name, "Write a message to send to the models.");
    }
    return message;
  }

  private static List<LaneDraft> lanes(Input input) {
    List<UUID> modelIds = input.ids("modelIds");
    boolean hasLanes = input.get("lanes") != null;
    if (modelIds != null && hasLanes) {
      throw input.bad("lanes", "Give either modelIds or lanes, not both.");
    }
    List<LaneDraft> lanes =
        hasLanes ? ownLanes(input) : plainLanes(input, modelIds == null ? List.of() : modelIds);
    if (lanes.isEmpty()) {
      throw input.bad(hasLanes ? "lanes" : "modelIds", "Choose at least one model.");
    }
    if (lanes.size() > MAX_RESULTS) {
      throw input.bad(
          hasLanes ? "lanes" : "modelIds", "A run has at most " + MAX_RESULTS + " lanes.");
    }
    return lanes;
  }

  private static List<LaneDraft> plainLanes(Input input, List<UUID> modelIds) {
    List<LaneDraft> lanes = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < modelIds.size(); i++) {
      String name = "modelIds[" + i + "]";
      if (!seen.add(modelIds.get(i))) {
        throw input.bad(name, "This model is chosen twice. Use lanes to ask one model twice.");
      }
      lanes.add(
          new LaneDraft(
              input.pathOf(name), new ModelId(modelIds.get(i)), Parameters.NONE, null, List.of()));
    }
    return lanes;
  }

  private static List<LaneDraft> ownLanes(Input input) {
    List<LaneDraft> lanes = new ArrayList<>();
    for (Input lane : input.objects("lanes")) {
      lanes.add(
          new LaneDraft(
              lane.pathOf("modelId"),
              new ModelId(lane.id("modelId")),
              ParametersInput.read(lane.object("parameters")),
              prompt(lane),
              GivenValue.read(lane)));
    }
    return lanes;
  }

  /** Null where the input says nothing of a system prompt. */
  private static @Nullable PromptChoice prompt(Input input) {
    String typed = input.bytesOrNull("systemPrompt", MAX_BYTES);
    UUID version = input.idOrNull("promptVersionId");
    if (typed != null && version != null) {
      throw input.bad("promptVersionId", "Give either systemPrompt or promptVersionId, not both.");
    }
    if (version != null) {
      return new PromptChoice.Version(input.pathOf("promptVersionId"), version);
    }
    return typed == null ? null : new PromptChoice.Typed(typed);
  }
}
