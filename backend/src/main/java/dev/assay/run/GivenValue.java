package dev.assay.run;

import dev.assay.graphql.Input;
import dev.assay.prompt.PromptVariable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A value that somebody gave for a variable.
 *
 * @param field where the input holds it, such as {@code input.variables[0]}, for errors
 */
public record GivenValue(String field, String name, String value) {
  private static final int MAX_VALUES = 100;

  /** Reads {@code variables}; none where absent. */
  static List<GivenValue> read(Input input) {
    List<GivenValue> values = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Input one : input.objects("variables")) {
      String name = Objects.requireNonNull(one.<String>get("name"));
      if (!seen.add(name)) {
        throw one.bad("name", "This variable stands here twice.");
      }
      String value = one.bytesOrNull("value", PromptVariable.MAX_VALUE_BYTES);
      values.add(
          new GivenValue(
              input.pathOf("variables[" + values.size() + "]"),
              name,
              Objects.requireNonNull(value)));
    }
    if (values.size() > MAX_VALUES) {
      throw input.bad("variables", "At most " + MAX_VALUES + " values are possible.");
    }
    return values;
  }
}
