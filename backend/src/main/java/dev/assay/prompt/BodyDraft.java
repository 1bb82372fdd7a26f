package dev.assay.prompt;

import dev.assay.error.AppException;
import dev.assay.provider.ExampleTurn;
import dev.assay.provider.Parameters;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a version is to say, as far as the input gives it.
 *
 * @param path where the input holds it, such as {@code input.}, for errors
 * @param given the names of the fields that the input gives; what is not among them keeps its value
 * @param content null where it is not given
 */
record BodyDraft(
    String path,
    Set<String> given,
    @Nullable String content,
    List<ExampleTurn> exampleTurns,
    List<PromptVariable> variables,
    @Nullable UUID suggestedModelId,
    Parameters parameters,
    @Nullable Tools tools) {

  /** A text and nothing else. */
  static BodyDraft of(String content) {
    return new BodyDraft(
        "", Set.of("content"), content, List.of(), List.of(), null, Parameters.NONE, null);
  }

  /** What a first version says. Throws {@code BAD_USER_INPUT}. */
  PromptBody alone() {
    return over(PromptBody.of(Objects.requireNonNull(content)));
  }

  /** What the version behind this one says. Throws {@code BAD_USER_INPUT}. */
  PromptBody over(PromptBody newest) {
    PromptBody body =
        new PromptBody(
            content == null ? newest.content() : content,
            given.contains("exampleTurns") ? exampleTurns : newest.exampleTurns(),
            given.contains("variables") ? variables : newest.variables(),
            given.contains("suggestedModelId") ? suggestedModelId : newest.suggestedModelId(),
            given.contains("parameters") ? parameters : newest.parameters(),
            given.contains("tools") ? tools : newest.tools());
    requireStanding(body);
    return body;
  }

  private void requireStanding(PromptBody body) {
    Set<String> names = PromptBody.names(body.content(), body.exampleTurns());
    for (int i = 0; i < variables.size(); i++) {
      String name = variables.get(i).name();
      if (!names.contains(name)) {
        throw AppException.badInput(
            "%svariables[%d].name".formatted(path, i),
            "The variable %s stands neither in the content nor in an example turn."
                .formatted(name));
      }
    }
  }
}
