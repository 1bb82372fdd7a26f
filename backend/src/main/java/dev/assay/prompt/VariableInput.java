package dev.assay.prompt;

import dev.assay.graphql.Input;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is to be known of variables. Whatever is wrong is {@code BAD_USER_INPUT}. */
final class VariableInput {
  private static final int MAX_VARIABLES = 50;
  private static final int MAX_DESCRIPTION = 500;
  private static final int MAX_OPTIONS = 50;
  private static final int MAX_OPTION = 200;

  private VariableInput() {}

  static List<PromptVariable> read(Input input) {
    List<PromptVariable> variables = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Input one : input.objects("variables")) {
      PromptVariable variable = variable(one);
      if (!seen.add(variable.name())) {
        throw one.bad("name", "This variable stands here twice.");
      }
      variables.add(variable);
    }
    if (variables.size() > MAX_VARIABLES) {
      throw input.bad("variables", "At most " + MAX_VARIABLES + " variables are possible.");
    }
    return variables;
  }

  private static PromptVariable variable(Input input) {
    String name = Objects.requireNonNull(input.<String>get("name"));
    if (!Template.isName(name)) {
      throw input.bad(
          "name", "A variable's name has 1 to 64 letters, digits and underscores, of any script.");
    }
    PromptVariableType type = type(input);
    PromptVariable variable =
        new PromptVariable(
            name,
            type,
            Objects.requireNonNullElse(input.textOrNull("description", MAX_DESCRIPTION), ""),
            input.bytesOrNull("defaultValue", PromptVariable.MAX_VALUE_BYTES),
            options(input, type));
    requireGoodDefault(input, variable);
    return variable;
  }

  private static PromptVariableType type(Input input) {
    String name = input.get("type");
    return name == null ? PromptVariableType.TEXT : PromptVariableType.valueOf(name);
  }

  private static List<String> options(Input input, PromptVariableType type) {
    List<String> options =
        Objects.requireNonNullElse(input.<List<String>>get("options"), List.<String>of());
    if (options.isEmpty() == (type == PromptVariableType.CHOICE)) {
      throw input.bad(
          "options", options.isEmpty() ? "A choice needs options." : "Only a choice has options.");
    }
    if (options.size() > MAX_OPTIONS) {
      throw input.bad("options", "At most " + MAX_OPTIONS + " options are possible.");
    }
    for (int i = 0; i < options.size(); i++) {
      requireOption(input, "options[" + i + "]", options.get(i));
    }
    BodyInput.requireOnce(input, "options", options);
    return List.copyOf(options);
  }

  private static void requireOption(Input input, String name, String option) {
    input.requireStorable(name, option);
    if (option.isEmpty() || option.length() > MAX_OPTION) {
      throw input.bad(name, "An option has 1 to " + MAX_OPTION + " characters.");
    }
  }

  private static void requireGoodDefault(Input input, PromptVariable variable) {
    @Nullable String value = variable.defaultValue();
    String problem = value == null ? null : variable.problemOf(value);
    if (problem != null) {
      throw input.bad("defaultValue", problem);
    }
  }
}
