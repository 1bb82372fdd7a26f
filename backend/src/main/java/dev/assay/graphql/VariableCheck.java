package dev.assay.graphql;

import dev.assay.error.AppException;
import graphql.GraphQLContext;
import graphql.execution.TypeFromAST;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds which value of a request's variables does not fit its type. graphql-java says only that one
 * of them does not, so this walks them again once it has said so.
 */
final class VariableCheck {
  private static final Map<String, String> EXPECTED =
      Map.of(
          "Int", "This must be a whole number of up to 32 bits.",
          "Float", "This must be a number.",
          "String", "This must be a string.",
          "Boolean", "This must be true or false.");

  private final GraphQLSchema schema;
  private final OperationDefinition operation;

  VariableCheck(GraphQLSchema schema, OperationDefinition operation) {
    this.schema = schema;
    this.operation = operation;
  }

  /**
   * Throws {@code BAD_USER_INPUT} with the path of the first value that does not fit; returns if
   * all do.
   */
  void check(Map<String, Object> variables) {
    for (VariableDefinition variable : operation.getVariableDefinitions()) {
      Object value = variables.get(variable.getName());
      if (variables.containsKey(variable.getName()) || variable.getDefaultValue() == null) {
        GraphQLType type = TypeFromAST.getTypeFromAST(schema, variable.getType());
        check(type, value, ArgumentPaths.of(operation, variable.getName()));
      }
    }
  }

  private void check(GraphQLType type, @Nullable Object value, String path) {
    if (type instanceof GraphQLNonNull required && value == null) {
      throw AppException.badInput(path, "This must not be null or absent.");
    } else if (type instanceof GraphQLNonNull required) {
      check(required.getWrappedType(), value, path);
    } else if (value != null) {
      checkPresent(type, value, path);
    }
  }

  private void checkPresent(GraphQLType type, Object value, String path) {
    switch (type) {
      case GraphQLList list when value instanceof List<?> items -> {
        for (int i = 0; i < items.size(); i++) {
          check(list.getWrappedType(), items.get(i), path + "[" + i + "]");
        }
      }
      case GraphQLList list -> check(list.getWrappedType(), value, path);
      case GraphQLInputObjectType object when value instanceof Map<?, ?> fields ->
          checkFields(object, fields, path);
      case GraphQLScalarType scalar -> checkScalar(scalar, value, path);
      case GraphQLEnumType names -> checkEnum(names, value, path);
      default -> throw AppException.badInput(path, "This must be an object.");
    }
  }

  private void checkFields(GraphQLInputObjectType type, Map<?, ?> fields, String path) {
    for (Object name : fields.keySet()) {
      if (type.getField(String.valueOf(name)) == null) {
        throw AppException.badInput(path + "." + name, "There is no such field.");
      }
    }
    for (GraphQLInputObjectField field : type.getFields()) {
      if (fields.containsKey(field.getName()) || !field.hasSetDefaultValue()) {
        check(field.getType(), fields.get(field.getName()), path + "." + field.getName());
      }
    }
  }

  private static void checkScalar(GraphQLScalarType type, Object value, String path) {
    try {
      type.getCoercing().parseValue(value, GraphQLContext.getDefault(), Locale.ROOT);
    } catch (CoercingParseValueException e) {
      String message = EXPECTED.getOrDefault(type.getName(), e.getMessage());
      throw AppException.badInput(path, message == null ? "This is not valid." : message);
    }
  }

  private static void checkEnum(GraphQLEnumType type, Object value, String path) {
    if (!(value instanceof String name) || type.getValue(name) == null) {
      String names =
          type.getValues().stream()
              .map(GraphQLEnumValueDefinition::getName)
              .collect(Collectors.joining(", "));
      throw AppException.badInput(path, "This must be one of " + names + ".");
    }
  }
}
