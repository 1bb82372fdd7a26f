package dev.assay.graphql;

import org.jspecify.annotations.Nullable;

/** What somebody is to the server, the least first: the schema's {@code Role}. */
public enum Role {
  /** Anybody, also without signing in. */
  PUBLIC,
  /** Whoever has signed in. */
  MEMBER,
  /** Whom {@code ADMIN_EMAILS} names, and the only user in local mode. */
  ADMINISTRATOR;

  static Role of(@Nullable Caller caller) {
    if (caller == null) {
      return PUBLIC;
    }
    return caller.isAdministrator() ? ADMINISTRATOR : MEMBER;
  }
}
