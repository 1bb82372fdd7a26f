package dev.assay.graphql;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what a caller proved who it is.
 *
 * @param id of the session or the API token
 * @param scopes what it may be used for; all of them but for an API token
 * @param expiresAt when the proof is worth nothing any more; null for never
 */
public record Credential(Kind kind, UUID id, Set<TokenScope> scopes, @Nullable Instant expiresAt) {
  private static final Set<TokenScope> ALL = Set.of(TokenScope.values());

  /** What kinds of proof there are. */
  public enum Kind {
    /** None: the request came from this machine to a server that only this machine can reach. */
    LOCAL,
    /** A browser in which somebody signed in. */
    SESSION,
    /** A key that a person made for a script. */
    API_TOKEN
  }

  /** The one user of a server in local mode needs no proof. */
  public static Credential local(UUID id) {
    return new Credential(Kind.LOCAL, id, ALL, null);
  }

  /** A session, as far as its access token reaches. */
  public static Credential session(UUID id, Instant expiresAt) {
    return new Credential(Kind.SESSION, id, ALL, expiresAt);
  }

  /** An API token with its scopes. */
  public static Credential apiToken(UUID id, Set<TokenScope> scopes, Instant expiresAt) {
    return new Credential(Kind.API_TOKEN, id, Set.copyOf(scopes), expiresAt);
  }

  /** Whether its time is over. */
  public boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }
}
