package dev.assay.graphql;

import graphql.schema.idl.RuntimeWiring;

/**
 * One feature's share of the schema. Every bean of this type is called once at start-up. Fetchers
 * run on a virtual thread and may block; a subscription's fetcher returns what {@code
 * Subscriptions} makes of a reader.
 */
public interface Resolvers {
  /** Adds the feature's fetchers and type resolvers. */
  void wire(RuntimeWiring.Builder wiring);
}
