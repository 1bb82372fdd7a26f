package dev.assay.run;

import dev.assay.error.AppException;
import dev.assay.prompt.PromptBody;
import dev.assay.prompt.PromptBody.Filled;
import dev.assay.prompt.PromptVariable;
import dev.assay.provider.ExampleTurn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fills values into versions: a lane's, else the run's, else the version's defaults.
 *
 * @param field where the input holds the values, for errors about one that is missing
 */
record PromptFilling(String field, List<GivenValue> ofLane, List<GivenValue> ofRun) {
  /** Of a text, and of its example turns together. */
  static final int MAX_BYTES = 65_536;

  SystemPrompt fill(UUID version, PromptBody body) {
    List<Variable> values = new ArrayList<>();
    for (PromptVariable variable : body.variables()) {
      values.add(value(variable));
    }
    Filled filled =
        body.fill(values.stream().collect(Collectors.toMap(Variable::name, Variable::value)));
    requireLength("text", bytes(filled.content()));
    int turns = filled.exampleTurns().stream().mapToInt(PromptFilling::bytes).sum();
    requireLength("example turns", turns);
    return new SystemPrompt(filled.content(), version, values, filled.exampleTurns());
  }

  private Variable value(PromptVariable variable) {
    GivenValue lanes = find(ofLane, variable.name());
    if (lanes != null) {
      return checked(variable, lanes, VariableSource.LANE);
    }
    GivenValue runs = find(ofRun, variable.name());
    if (runs != null) {
      return checked(variable, runs, VariableSource.RUN);
    }
    String value = variable.defaultValue();
    if (value == null) {
      throw AppException.badInput(
          field, "The variable %s has neither a value nor a default.".formatted(variable.name()));
    }
    return new Variable(variable.name(), value, VariableSource.DEFAULT);
  }

  private static Variable checked(
      PromptVariable variable, GivenValue given, VariableSource source) {
    String problem = variable.problemOf(given.value());
    if (problem != null) {
      throw AppException.badInput(given.field() + ".value", problem);
    }
    return new Variable(given.name(), given.value(), source);
  }

  private static @Nullable GivenValue find(List<GivenValue> values, String name) {
    return values.stream().filter(value -> value.name().equals(name)).findFirst().orElse(null);
  }

  private void requireLength(String what, int bytes) {
    if (bytes > MAX_BYTES) {
      throw AppException.badInput(
          field,
          "With its values the %s must be at most %,d bytes of UTF-8; it has %,d."
              .formatted(what, MAX_BYTES, bytes));
    }
  }

  private static int bytes(ExampleTurn turn) {
    return bytes(turn.user()) + bytes(turn.assistant());
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
