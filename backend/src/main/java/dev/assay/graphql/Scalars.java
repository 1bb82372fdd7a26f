package dev.assay.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The schema's own scalars. */
final class Scalars {
  static final List<GraphQLScalarType> ALL =
      List.of(
          scalar("DateTime", ScalarValues::writeMoment, ScalarValues::readMoment),
          scalar("Long", ScalarValues::writeLong, ScalarValues::readLong),
          scalar("Decimal", ScalarValues::writeDecimal, ScalarValues::readDecimal),
          scalar("JSON", value -> value, value -> value));

  /** In place of the built-in one, whose text of a typed id would be the record's. */
  static final GraphQLScalarType ID = scalar("ID", ScalarValues::writeId, ScalarValues::readId);

  private Scalars() {}

  private static GraphQLScalarType scalar(
      String name, Function<Object, Object> write, Function<Object, Object> read) {
    return GraphQLScalarType.newScalar().name(name).coercing(new Plain(write, read)).build();
  }

  /** A scalar whose literals mean what the same JSON would mean. */
  private record Plain(Function<Object, Object> write, Function<Object, Object> read)
      implements Coercing<Object, Object> {

    @Override
    public Object serialize(Object result, GraphQLContext context, Locale locale) {
      try {
        return write.apply(result);
      } catch (IllegalArgumentException e) {
        throw new CoercingSerializeException(e.getMessage(), e);
      }
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
      try {
        return read.apply(input);
      } catch (IllegalArgumentException e) {
        throw new CoercingParseValueException(e.getMessage(), e);
      }
    }

    @Override
    public Object parseLiteral(
        Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      try {
        return read.apply(Objects.requireNonNull(literal(input, variables)));
      } catch (IllegalArgumentException e) {
        throw CoercingParseLiteralException.newCoercingParseLiteralException()
            .message(e.getMessage())
            .sourceLocation(input.getSourceLocation())
            .build();
      }
    }
  }

  private static @Nullable Object literal(Value<?> value, CoercedVariables variables) {
    return switch (value) {
      case StringValue text -> text.getValue();
      case IntValue number -> number.getValue();
      case FloatValue number -> number.getValue();
      case BooleanValue bool -> bool.isValue();
      case EnumValue name -> name.getName();
      case NullValue nothing -> null;
      case VariableReference variable -> variables.get(variable.getName());
      case ArrayValue array ->
          array.getValues().stream().map(item -> literal(item, variables)).toList();
      case ObjectValue object -> fields(object, variables);
      default -> throw new IllegalArgumentException("This is no value.");
    };
  }

  private static Map<String, @Nullable Object> fields(
      ObjectValue object, CoercedVariables variables) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    object
        .getObjectFields()
        .forEach(field -> fields.put(field.getName(), literal(field.getValue(), variables)));
    return fields;
  }
}
