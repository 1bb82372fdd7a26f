package dev.assay.graphql;

import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The fields of a schema that would fail whoever selects them, found without running anything. */
public final class UnwiredFields {
  private static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

  private UnwiredFields() {}

  /** The root fields, such as {@code Mutation.startRun}, that no feature gave a fetcher. */
  public static List<String> ofRoots(GraphQLSchema schema) {
    return types(schema)
        .filter(type -> ROOTS.contains(type.getName()))
        .flatMap(type -> unwired(schema, type))
        .map(FieldCoordinates::toString)
        .toList();
  }

  /**
   * All fields that have neither a fetcher nor a property of the class that stands behind their
   * type. A type without a class in {@code classes} must have a fetcher for every field.
   *
   * @param classes the Java class of each object type, by the type's name
   */
  public static List<String> of(GraphQLSchema schema, Map<String, Class<?>> classes) {
    return types(schema)
        .flatMap(type -> unwired(schema, type))
        .filter(field -> !isRead(field, classes))
        .map(FieldCoordinates::toString)
        .toList();
  }

  private static boolean isRead(FieldCoordinates field, Map<String, Class<?>> classes) {
    Class<?> type = classes.get(field.getTypeName());
    return type != null && Properties.has(type, field.getFieldName());
  }

  private static Stream<GraphQLObjectType> types(GraphQLSchema schema) {
    return schema.getAllTypesAsList().stream()
        .filter(type -> type instanceof GraphQLObjectType && !type.getName().startsWith("__"))
        .map(GraphQLObjectType.class::cast);
  }

  private static Stream<FieldCoordinates> unwired(GraphQLSchema schema, GraphQLObjectType type) {
    return type.getFieldDefinitions().stream()
        .map(GraphQLFieldDefinition::getName)
        .map(field -> FieldCoordinates.coordinates(type.getName(), field))
        .filter(field -> !schema.getCodeRegistry().hasDataFetcher(field));
  }
}
