package dev.assay.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.idl.SchemaDirectiveWiring;
import graphql.schema.idl.SchemaDirectiveWiringEnvironment;
import java.util.Set;

/**
 * Puts an {@link AccessRule} before every field of the root types, and before every other field
 * that says who may call it.
 */
final class AccessWiring implements SchemaDirectiveWiring {
  private static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

  @Override
  public GraphQLFieldDefinition onField(
      SchemaDirectiveWiringEnvironment<GraphQLFieldDefinition> environment) {
    GraphQLFieldDefinition field = environment.getElement();
    String type = environment.getFieldsContainer().getName();
    DataFetcher<?> fetcher = environment.getFieldDataFetcher();
    boolean isWiredRoot = ROOTS.contains(type) && !(fetcher instanceof Properties);
    if (isWiredRoot || field.hasAppliedDirective(AccessRule.DIRECTIVE)) {
      AccessRule rule = AccessRule.of(field, AccessRule.byDefault(type));
      environment.setFieldDataFetcher(rule.guard(fetcher));
    }
    return field;
  }
}
