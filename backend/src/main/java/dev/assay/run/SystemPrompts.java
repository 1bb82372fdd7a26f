package dev.assay.run;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.graphql.Caller;
import dev.assay.prompt.PromptBody;
import dev.assay.prompt.PromptService;
import dev.assay.prompt.PromptVariable;
import dev.assay.prompt.PromptVersionId;
import dev.assay.run.StartRun.LaneDraft;
import dev.assay.run.StartRun.PromptChoice;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes system prompts of what somebody chose: texts as they are, versions with values in them. */
@Singleton
final class SystemPrompts {
  private final PromptService prompts;

  SystemPrompts(PromptService prompts) {
    this.prompts = prompts;
  }

  /**
   * The system prompts of a run.
   *
   * @param own each lane's own; null where the shared one holds
   */
  record Resolved(SystemPrompt shared, List<@Nullable SystemPrompt> own) {}

  /**
   * Throws {@code NOT_FOUND} for a version, and {@code BAD_USER_INPUT} for values, with the field.
   */
  Resolved resolve(Caller caller, StartRun start) {
    Map<PromptVersionId, PromptBody> bodies = bodies(caller, start);
    requireUse(start, bodies);
    List<@Nullable SystemPrompt> own = new ArrayList<>();
    boolean isShared = false;
    for (LaneDraft lane : start.lanes()) {
      PromptChoice choice = lane.prompt();
      boolean isOwn = choice != null || !lane.variables().isEmpty();
      isShared |= !isOwn;
      own.add(
          isOwn
              ? of(
                  choice == null ? start.prompt() : choice,
                  bodies,
                  new PromptFilling(lane.path() + "variables", lane.variables(), start.variables()))
              : null);
    }
    PromptFilling filling = new PromptFilling("input.variables", List.of(), start.variables());
    SystemPrompt shared =
        isShared ? of(start.prompt(), bodies, filling) : unused(start.prompt(), bodies);
    return new Resolved(shared, own);
  }

  private static SystemPrompt of(
      PromptChoice choice, Map<PromptVersionId, PromptBody> bodies, PromptFilling filling) {
    return switch (choice) {
      case PromptChoice.Kept kept -> kept.prompt();
      case PromptChoice.Typed typed -> SystemPrompt.typed(typed.text());
      case PromptChoice.Version version -> filling.fill(version.id(), body(version, bodies));
    };
  }

  /** No lane asks with it, so that it needs no values. */
  private static SystemPrompt unused(PromptChoice choice, Map<PromptVersionId, PromptBody> bodies) {
    return switch (choice) {
      case PromptChoice.Kept kept -> kept.prompt();
      case PromptChoice.Typed typed -> SystemPrompt.typed(typed.text());
      case PromptChoice.Version version ->
          new SystemPrompt(body(version, bodies).content(), version.id(), List.of(), List.of());
    };
  }

  /** Every value that was given must have a place: a misspelt name would go unseen. */
  private static void requireUse(StartRun start, Map<PromptVersionId, PromptBody> bodies) {
    Set<String> all = new HashSet<>(names(start.prompt(), bodies));
    for (LaneDraft lane : start.lanes()) {
      PromptChoice choice = lane.prompt();
      Set<String> names = names(choice == null ? start.prompt() : choice, bodies);
      requireUse(lane.variables(), names);
      all.addAll(names);
    }
    requireUse(start.variables(), all);
  }

  private static void requireUse(List<GivenValue> values, Set<String> names) {
    for (GivenValue value : values) {
      if (!names.contains(value.name())) {
        throw AppException.badInput(
            value.field() + ".name",
            "No prompt version that is used here has the variable %s.".formatted(value.name()));
      }
    }
  }

  private static Set<String> names(PromptChoice choice, Map<PromptVersionId, PromptBody> bodies) {
    return switch (choice) {
      case PromptChoice.Typed _, PromptChoice.Kept _ -> Set.of();
      case PromptChoice.Version version ->
          body(version, bodies).variables().stream()
              .map(PromptVariable::name)
              .collect(Collectors.toSet());
    };
  }

  private Map<PromptVersionId, PromptBody> bodies(Caller caller, StartRun start) {
    Set<PromptVersionId> ids =
        Stream.concat(
                Stream.of(start.prompt()),
                start.lanes().stream().map(LaneDraft::prompt).filter(choice -> choice != null))
            .filter(PromptChoice.Version.class::isInstance)
            .map(choice -> new PromptVersionId(((PromptChoice.Version) choice).id()))
            .collect(Collectors.toSet());
    return ids.isEmpty() ? Map.of() : prompts.bodies(caller, ids);
  }

  private static PromptBody body(
      PromptChoice.Version version, Map<PromptVersionId, PromptBody> bodies) {
    PromptBody body = bodies.get(new PromptVersionId(version.id()));
    if (body == null) {
      throw new AppException(
          ErrorCode.NOT_FOUND,
          "There is no such prompt version.",
          Map.of("field", version.field()));
    }
    return body;
  }
}
