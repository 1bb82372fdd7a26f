package dev.assay.identity;

import dev.assay.error.AppException;
import dev.assay.graphql.UserId;
import dev.assay.identity.SessionRepository.TokenRow;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens, renews and ends sessions. A refresh token works once; each use gives the next. Whoever
 * uses an old one holds a copy, and nobody can tell which of the two is the thief: the session
 * ends.
 */
@Singleton
class Sessions {
  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  /** Two tabs may renew at once, and the slower one then holds a token that was just replaced. */
  private static final double GRACE_SECONDS = 30;

  private final SessionRepository sessions;
  private final UserRepository users;

  Sessions(SessionRepository sessions, UserRepository users) {
    this.sessions = sessions;
    this.users = users;
  }

  /**
   * A session's right to ask, as a browser gets it.
   *
   * @param refreshToken the next one; null where the browser already has it
   * @param expiresAt when the session ends unless it is renewed
   */
  record Grant(SessionId session, @Nullable String refreshToken, Instant expiresAt) {}

  /** Somebody signed in. */
  @Transactional
  Grant open(UserId user, Visit visit) {
    String token = Opaque.next();
    SessionId id = sessions.insert(user, visit, Opaque.hash(token));
    sessions.forgetOld(user);
    users.see(user);
    return new Grant(id, token, sessions.renew(id, visit));
  }

  /** Renews a session; null where the token is worth nothing, and then the session is over. */
  @Transactional
  @Nullable Grant renew(String token, Visit visit) {
    byte[] hash = Opaque.hash(token);
    TokenRow row = sessions.lockToken(hash);
    if (row == null) {
      return null;
    }
    Double sinceUse = row.secondsSinceUse();
    if (sinceUse == null) {
      String next = Opaque.next();
      sessions.replaceToken(hash);
      sessions.insertToken(row.session(), Opaque.hash(next));
      return new Grant(row.session(), next, sessions.renew(row.session(), visit));
    }
    if (sinceUse <= GRACE_SECONDS) {
      return new Grant(row.session(), null, sessions.renew(row.session(), visit));
    }
    LOG.warn(
        "Session {} was ended: an old refresh token was used again, from {}",
        row.session().value(),
        visit.address());
    sessions.end(row.session());
    return null;
  }

  /** A person's living sessions, the most recently used first. */
  List<Session> list(UserId user) {
    return sessions.list(user);
  }

  /** Ends a person's session. Throws {@code NOT_FOUND}. */
  @Transactional
  Session end(UserId user, SessionId id) {
    Session session = sessions.find(user, id);
    if (session == null) {
      throw AppException.notFound("session");
    }
    sessions.end(id);
    return session;
  }

  /** Signs a browser out: ends the session that a refresh token belongs to, if it has one. */
  @Transactional
  void end(String token) {
    TokenRow row = sessions.lockToken(Opaque.hash(token));
    if (row != null) {
      sessions.end(row.session());
    }
  }

  /** Ends a session. */
  void end(SessionId id) {
    sessions.end(id);
  }

  /** Ends all of a person's sessions, and tells how many there were. */
  @Transactional
  int endAll(UserId user) {
    return sessions.endAll(user);
  }
}
