package dev.assay.identity;

import dev.assay.graphql.UserId;

/**
 * What one feature keeps of a person. Every feature with rows of its own has one, so that an
 * account can be taken along and deleted whole.
 */
public interface AccountData {
  /** What the feature's part of an export is called, such as {@code runs}. */
  String name();

  /** Everything that the person has, each element one JSON value, read as it is asked for. */
  Iterable<String> export(UserId user);

  /**
   * Deletes everything that the person has, or takes the person's name and secrets off what others
   * need. In the transaction that deletes the account.
   */
  void delete(UserId user);

  /** Stops what is at work for a person who is about to be locked out or deleted. */
  default void stop(UserId user) {}
}
