package dev.assay.identity;

import dev.assay.graphql.Caller;
import dev.assay.graphql.Credential;
import dev.assay.graphql.UserId;
import java.util.UUID;

/**
 * The one user of a server that listens on its own machine alone, who is also whoever came by the
 * administrator's link: so what was made before a server got its sign-in has an owner after it.
 */
public final class LocalUser {
  /** The issuer of users whom no provider vouches for. */
  static final String ISSUER = "assay";

  /** The id is fixed so that rows keep their owner over restarts; a migration makes the row. */
  public static final UserId ID =
      new UserId(UUID.fromString("01900000-0000-7000-8000-000000000001"));

  /** Who calls in local mode. */
  public static final Caller CALLER =
      new Caller(ID, "Local user", true, Credential.local(ID.value()));

  private LocalUser() {}
}
