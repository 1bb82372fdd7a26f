package dev.assay.graphql;

import dev.assay.graphql.limit.DocumentLimits;
import graphql.schema.GraphQLSchema;
import java.util.List;

/** An engine without a server around it. */
final class TestEngine {
  private TestEngine() {}

  static Engine of(
      GraphQLSchema schema, TestLoaders loaders, DocumentLimits limits, boolean introspection) {
    return new Engine(
        schema,
        List.of(loaders),
        limits,
        new CallerRates(0),
        new Presence(TestCallers::new),
        introspection);
  }
}
