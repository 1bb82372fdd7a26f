package dev.assay.graphql;

/** What an API token may be used for: the schema's {@code TokenScope}. None holds another. */
public enum TokenScope {
  /** Queries and subscriptions. */
  READ,
  /** Starting, repeating and stopping runs. */
  RUN,
  /** All other changes. */
  MANAGE
}
