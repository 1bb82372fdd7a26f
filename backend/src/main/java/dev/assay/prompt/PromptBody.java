package dev.assay.prompt;

import dev.assay.provider.ExampleTurn;
import dev.assay.provider.Parameters;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that a version says. Two versions whose bodies are equal say the same.
 *
 * @param content 1 to {@value #MAX_CONTENT_BYTES} bytes of UTF-8
 * @param variables those that stand in the content and in the example turns, in that order: what
 *     was declared of others is dropped, and those of which nothing was declared are added
 * @param tools kept for later; null for none
 */
public record PromptBody(
    String content,
    List<ExampleTurn> exampleTurns,
    List<PromptVariable> variables,
    @Nullable UUID suggestedModelId,
    Parameters parameters,
    @Nullable Tools tools) {
  /** How long a text may be, in bytes of UTF-8. */
  public static final int MAX_CONTENT_BYTES = 10_240;

  /** See the components. */
  public PromptBody {
    Map<String, PromptVariable> declared =
        variables.stream().collect(Collectors.toMap(PromptVariable::name, Function.identity()));
    variables =
        names(content, exampleTurns).stream()
            .map(name -> declared.getOrDefault(name, PromptVariable.undeclared(name)))
            .toList();
  }

  /** A text and nothing else. */
  static PromptBody of(String content) {
    return new PromptBody(content, List.of(), List.of(), null, Parameters.NONE, null);
  }

  /** The names of the variables that stand in these texts, in their order. */
  static Set<String> names(String content, List<ExampleTurn> turns) {
    Set<String> names = new LinkedHashSet<>(Template.of(content).names());
    for (ExampleTurn turn : turns) {
      names.addAll(Template.of(turn.user()).names());
      names.addAll(Template.of(turn.assistant()).names());
    }
    return names;
  }

  /** The texts of a body with values in them. */
  public record Filled(String content, List<ExampleTurn> exampleTurns) {}

  /** The texts with values in them. There is one for each of the variables. */
  public Filled fill(Map<String, String> values) {
    return new Filled(
        Template.of(content).fill(values),
        exampleTurns.stream()
            .map(turn ->
                new ExampleTurn(
                    Template.of(turn.user()).fill(values),
                    Template.of(turn.assistant()).fill(values)))
            .toList());
  }
}
