package dev.assay.integration;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.Introspection;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.idl.ScalarInfo;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation that a playground shows has no empty place. */
class SchemaDescriptionsTest {

  @Test
  void everyTypeFieldArgumentAndValueIsDescribed() {
    assertThat(
            ServedSchema.read().getAllTypesAsList().stream()
                .filter(SchemaDescriptionsTest::isOurs)
                .flatMap(type -> undescribed("", type)))
        .isEmpty();
  }

  private static boolean isOurs(GraphQLNamedType type) {
    return !Introspection.isIntrospectionTypes(type)
        && !ScalarInfo.isGraphqlSpecifiedScalar(type.getName());
  }

  /** Names what has no description, from a type down to its fields' arguments. */
  private static Stream<String> undescribed(String owner, GraphQLSchemaElement element) {
    // Other types, which stand behind a field, are described where they are listed, and so are
    // directives, which have two forms here.
    if (!(element instanceof GraphQLNamedSchemaElement named)
        || element instanceof GraphQLAppliedDirective
        || element instanceof GraphQLDirective
        || (!owner.isEmpty() && element instanceof GraphQLNamedType)) {
      return Stream.empty();
    }
    String name = owner + named.getName();
    boolean empty = named.getDescription() == null || named.getDescription().isBlank();
    return Stream.concat(
        empty ? Stream.of(name) : Stream.empty(),
        element.getChildren().stream().flatMap(child -> undescribed(name + ".", child)));
  }
}
