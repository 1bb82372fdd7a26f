package dev.assay.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.introspection.Introspection;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.SelectedField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription selects of one type of event, where all of it is scalars that the event
 * itself holds. It is worked out once; each event is then answered as an execution of the selection
 * would answer it, for a fraction of the cost (docs/decisions/0015-plain-selections.md).
 *
 * @param rootKey the name of the subscription's field in the answer
 */
record PlainSelection(String rootKey, List<Part> parts) {
  private interface Read {
    @Nullable Object from(Object event) throws Exception;
  }

  /**
   * A field of the answer.
   *
   * @param serialize makes of its value what is written
   */
  private record Part(
      String key, Read read, Function<Object, @Nullable Object> serialize, boolean isRequired) {}

  /**
   * The selection of events of a type, by a subscription's fetcher. Null where only an execution
   * can answer: a field has a fetcher of its own, arguments, or fields below it.
   *
   * @param selected of all types of events
   */
  static @Nullable PlainSelection of(
      DataFetchingEnvironment subscription, List<SelectedField> selected, GraphQLObjectType type) {
    List<Part> parts = new ArrayList<>();
    for (SelectedField field : selected) {
      if (field.getObjectTypeNames().contains(type.getName())) {
        Part part = part(subscription, type, field);
        if (part == null) {
          return null;
        }
        parts.add(part);
      }
    }
    return new PlainSelection(subscription.getMergedField().getResultKey(), parts);
  }

  private static @Nullable Part part(
      DataFetchingEnvironment subscription, GraphQLObjectType type, SelectedField field) {
    String name = field.getName();
    if (name.equals(Introspection.TypeNameMetaFieldDef.getName())) {
      return new Part(field.getResultKey(), event -> type.getName(), value -> value, true);
    }
    GraphQLFieldDefinition definition = type.getFieldDefinition(name);
    Optional<Function<Object, @Nullable Object>> serialize =
        serializer(subscription, definition.getType());
    DataFetcher<?> fetcher =
        subscription.getGraphQLSchema().getCodeRegistry().getDataFetcher(type, definition);
    if (serialize.isEmpty()
        || !definition.getArguments().isEmpty()
        || !(fetcher instanceof Properties properties)) {
      return null;
    }
    return new Part(
        field.getResultKey(),
        event -> properties.get(definition, event, () -> subscription),
        serialize.get(),
        GraphQLTypeUtil.isNonNull(definition.getType()));
  }

  /** None where the type is not that of a single value. */
  private static Optional<Function<Object, @Nullable Object>> serializer(
      DataFetchingEnvironment subscription, GraphQLType type) {
    GraphQLContext context = subscription.getGraphQlContext();
    Locale locale = subscription.getLocale();
    return switch (GraphQLTypeUtil.unwrapNonNull(type)) {
      case GraphQLScalarType scalar ->
          Optional.of(value -> scalar.getCoercing().serialize(value, context, locale));
      case GraphQLEnumType constants ->
          Optional.of(value -> constants.serialize(value, context, locale));
      default -> Optional.empty();
    };
  }

  /** The answer to an event; null where only an execution can tell what is wrong with it. */
  @Nullable ExecutionResult answer(Object event) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    try {
      for (Part part : parts) {
        Object value = part.read.from(event);
        if (value == null && part.isRequired) {
          return null;
        }
        fields.put(part.key, value == null ? null : part.serialize.apply(value));
      }
    } catch (Exception e) {
      return null;
    }
    return ExecutionResult.newExecutionResult()
        .data(Collections.singletonMap(rootKey, fields))
        .build();
  }
}
