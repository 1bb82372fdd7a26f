package dev.assay.graphql;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What in a schema would break a program that was written against an older one: something is gone,
 * promises less, or demands more. graphql-java's own comparison does not look at the types that
 * only an interface leads to, and our events are such.
 */
final class SchemaBreaks {
  private final GraphQLSchema newer;
  private final List<String> found = new ArrayList<>();

  private SchemaBreaks(GraphQLSchema newer) {
    this.newer = newer;
  }

  /** Where it breaks, such as {@code Run.number}; empty where it only grew. */
  static List<String> between(String older, String newer) {
    SchemaBreaks breaks = new SchemaBreaks(schema(newer));
    schema(older).getAllTypesAsList().forEach(breaks::compare);
    return breaks.found;
  }

  private static GraphQLSchema schema(String text) {
    return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(text));
  }

  private void compare(GraphQLNamedType before) {
    GraphQLType after = newer.getType(before.getName());
    if (after == null || after.getClass() != before.getClass()) {
      found.add(before.getName());
      return;
    }
    switch (before) {
      case GraphQLFieldsContainer fields -> compareFields(fields, (GraphQLFieldsContainer) after);
      case GraphQLInputObjectType input -> compareInputs(input, (GraphQLInputObjectType) after);
      case GraphQLEnumType values -> compareValues(values, (GraphQLEnumType) after);
      case GraphQLUnionType union -> compareMembers(union, (GraphQLUnionType) after);
      default -> {}
    }
  }

  private void compareFields(GraphQLFieldsContainer before, GraphQLFieldsContainer after) {
    for (GraphQLFieldDefinition field : before.getFieldDefinitions()) {
      GraphQLFieldDefinition same = after.getFieldDefinition(field.getName());
      String place = before.getName() + "." + field.getName();
      require(same != null && fits(same.getType(), field.getType()), place);
      if (same != null) {
        compareArguments(field, same, place);
      }
    }
    if (before instanceof GraphQLImplementingType was
        && after instanceof GraphQLImplementingType is) {
      was.getInterfaces()
          .forEach(each ->
              require(
                  is.getInterfaces().stream().anyMatch(it -> it.getName().equals(each.getName())),
                  before.getName() + " implements " + each.getName()));
    }
  }

  private void compareArguments(
      GraphQLFieldDefinition before, GraphQLFieldDefinition after, String place) {
    for (GraphQLArgument argument : before.getArguments()) {
      GraphQLArgument same = after.getArgument(argument.getName());
      require(
          same != null && fits(argument.getType(), same.getType()),
          place + "(" + argument.getName() + ")");
    }
    for (GraphQLArgument argument : after.getArguments()) {
      boolean isNew = before.getArgument(argument.getName()) == null;
      require(
          !isNew || isOptional(argument.getType(), argument.hasSetDefaultValue()),
          place + "(" + argument.getName() + ")");
    }
  }

  private void compareInputs(GraphQLInputObjectType before, GraphQLInputObjectType after) {
    for (GraphQLInputObjectField field : before.getFields()) {
      GraphQLInputObjectField same = after.getField(field.getName());
      require(
          same != null && fits(field.getType(), same.getType()),
          before.getName() + "." + field.getName());
    }
    for (GraphQLInputObjectField field : after.getFields()) {
      boolean isNew = before.getField(field.getName()) == null;
      require(
          !isNew || isOptional(field.getType(), field.hasSetDefaultValue()),
          before.getName() + "." + field.getName());
    }
  }

  private void compareValues(GraphQLEnumType before, GraphQLEnumType after) {
    before
        .getValues()
        .forEach(value ->
            require(
                after.getValue(value.getName()) != null, before.getName() + "." + value.getName()));
  }

  private void compareMembers(GraphQLUnionType before, GraphQLUnionType after) {
    before
        .getTypes()
        .forEach(member ->
            require(
                after.getTypes().stream().anyMatch(it -> it.getName().equals(member.getName())),
                before.getName() + " | " + member.getName()));
  }

  private void require(boolean holds, String place) {
    if (!holds) {
      found.add(place);
    }
  }

  private static boolean isOptional(GraphQLType type, boolean hasDefault) {
    return hasDefault || !GraphQLTypeUtil.isNonNull(type);
  }

  /** Whether every value of {@code narrow} is one of {@code wide}. */
  private static boolean fits(@Nullable GraphQLType narrow, @Nullable GraphQLType wide) {
    if (wide instanceof GraphQLNonNull required) {
      return narrow instanceof GraphQLNonNull sure
          && fits(sure.getWrappedType(), required.getWrappedType());
    }
    if (narrow instanceof GraphQLNonNull sure) {
      return fits(sure.getWrappedType(), wide);
    }
    if (narrow instanceof GraphQLList items && wide instanceof GraphQLList wider) {
      return fits(items.getWrappedType(), wider.getWrappedType());
    }
    return narrow instanceof GraphQLNamedType one
        && wide instanceof GraphQLNamedType other
        && one.getName().equals(other.getName());
  }
}
