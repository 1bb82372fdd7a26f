package dev.assay.identity;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Locale;
import java.util.stream.Collectors;

/** The least that a valid document needs to ask for one root field. */
final class LeastDocument {
  private LeastDocument() {}

  static String of(GraphQLObjectType root, GraphQLFieldDefinition field) {
    String arguments =
        field.getArguments().stream()
            .filter(argument -> argument.getType() instanceof GraphQLNonNull)
            .map(LeastDocument::argument)
            .collect(Collectors.joining(", "));
    GraphQLNamedType type = GraphQLTypeUtil.unwrapAll(field.getType());
    boolean isLeaf = type instanceof GraphQLScalarType || type instanceof GraphQLEnumType;
    return "%s { %s%s%s }"
        .formatted(
            root.getName().toLowerCase(Locale.ROOT),
            field.getName(),
            arguments.isEmpty() ? "" : "(" + arguments + ")",
            isLeaf ? "" : " { __typename }");
  }

  private static String argument(GraphQLArgument argument) {
    return argument.getName() + ": " + value(argument.getType());
  }

  private static String value(GraphQLType type) {
    return switch (type) {
      case GraphQLNonNull required -> value(required.getWrappedType());
      case GraphQLList list -> "[" + value(list.getWrappedType()) + "]";
      case GraphQLEnumType names -> names.getValues().getFirst().getName();
      case GraphQLInputObjectType object ->
          object.getFields().stream()
              .filter(field -> field.getType() instanceof GraphQLNonNull)
              .map(field -> field.getName() + ": " + value(field.getType()))
              .collect(Collectors.joining(", ", "{", "}"));
      case GraphQLScalarType scalar ->
          switch (scalar.getName()) {
            case "ID" -> "\"01900000-0000-7000-8000-00000000000f\"";
            case "Int", "Float", "Long" -> "1";
            case "Boolean" -> "true";
            default -> "\"x\"";
          };
      default -> throw new IllegalArgumentException(String.valueOf(type));
    };
  }
}
