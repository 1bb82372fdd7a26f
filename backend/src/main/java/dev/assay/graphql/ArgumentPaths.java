package dev.assay.graphql;

import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Value;
import graphql.language.VariableReference;
import org.jspecify.annotations.Nullable;

/** Where a variable stands among the arguments of an operation's root fields. */
final class ArgumentPaths {
  private ArgumentPaths() {}

  /**
   * The argument, such as {@code input} or {@code input.userMessage}; the variable's own name where
   * it is in none.
   */
  static String of(OperationDefinition operation, String variable) {
    for (Field field : operation.getSelectionSet().getSelectionsOfType(Field.class)) {
      for (Argument argument : field.getArguments()) {
        String path = within(argument.getValue(), argument.getName(), variable);
        if (path != null) {
          return path;
        }
      }
    }
    return variable;
  }

  private static @Nullable String within(Value<?> value, String path, String variable) {
    if (value instanceof VariableReference reference && reference.getName().equals(variable)) {
      return path;
    }
    if (value instanceof ObjectValue object) {
      for (ObjectField field : object.getObjectFields()) {
        String found = within(field.getValue(), path + "." + field.getName(), variable);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
