package dev.assay.identity;

import dev.assay.database.Ids;
import dev.assay.database.Sql;
import dev.assay.graphql.UserId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables {@code session} and {@code refresh_token}. */
@Singleton
final class SessionRepository {
  private static final String LIVES =
      "session.ended_at is null and session.expires_at > now() and users.deactivated_at is null";

  /** Seven days from now, but never longer than thirty from the sign-in. */
  private static final String EXPIRY =
      "least(now() + interval '7 days', created_at + interval '30 days')";

  private final Sql sql;
  private final UserRepository users;

  SessionRepository(Sql sql, UserRepository users) {
    this.sql = sql;
    this.users = users;
  }

  /** Makes a session whose first refresh token has this hash. */
  SessionId insert(UserId user, Visit visit, byte[] tokenHash) {
    SessionId id = new SessionId(Ids.next());
    sql.update(
        """
        insert into session (id, user_id, device, address, expires_at)
        values (?, ?, ?, ?, now() + interval '7 days')
        """,
        statement -> {
          statement.setObject(1, id.value());
          statement.setObject(2, user.value());
          statement.setString(3, visit.device());
          statement.setString(4, visit.address());
        });
    insertToken(id, tokenHash);
    return id;
  }

  void insertToken(SessionId session, byte[] hash) {
    sql.update(
        "insert into refresh_token (hash, session_id) values (?, ?)",
        statement -> {
          statement.setBytes(1, hash);
          statement.setObject(2, session.value());
        });
  }

  /**
   * A refresh token of a living session.
   *
   * @param secondsSinceUse since it was replaced by another; null for the newest
   */
  record TokenRow(SessionId session, @Nullable Double secondsSinceUse) {}

  /** Finds a token and keeps others from using it until the transaction ends. */
  @Nullable TokenRow lockToken(byte[] hash) {
    return sql.one(
        """
        select session.id, extract(epoch from clock_timestamp() - replaced_at) as since
          from refresh_token
          join session on session.id = refresh_token.session_id
          join users on users.id = session.user_id
         where hash = ? and
        """
            + LIVES
            + " for update of refresh_token",
        statement -> statement.setBytes(1, hash),
        row ->
            new TokenRow(
                new SessionId(row.getObject("id", UUID.class)),
                row.getObject("since") == null ? null : row.getDouble("since")));
  }

  void replaceToken(byte[] hash) {
    sql.update(
        "update refresh_token set replaced_at = clock_timestamp() where hash = ?",
        statement -> statement.setBytes(1, hash));
  }

  /** Notes a renewal, which prolongs the session; tells until when. */
  Instant renew(SessionId id, Visit visit) {
    return Objects.requireNonNull(
        sql.one(
            "update session set device = ?, address = ?, last_used_at = now(), expires_at = "
                + EXPIRY
                + " where id = ? returning expires_at",
            statement -> {
              statement.setString(1, visit.device());
              statement.setString(2, visit.address());
              statement.setObject(3, id.value());
            },
            row -> Objects.requireNonNull(UserRepository.instant(row, "expires_at"))));
  }

  /**
   * Who a session belongs to.
   *
   * @param stale whether its last use was noted more than a minute ago
   */
  record Holder(User user, boolean stale) {}

  /** Who a living session belongs to; null for one that has ended. */
  @Nullable Holder holder(SessionId id) {
    return sql.one(
        "select session.last_used_at < now() - interval '1 minute' as stale, "
            + UserRepository.COLUMNS
            + " from session join users on users.id = session.user_id where session.id = ? and "
            + LIVES,
        statement -> statement.setObject(1, id.value()),
        row -> new Holder(users.read(row), row.getBoolean("stale")));
  }

  /** Those of the sessions that live. */
  List<UUID> living(Collection<UUID> ids) {
    return sql.list(
        "select session.id from session join users on users.id = session.user_id"
            + " where session.id = any(?) and "
            + LIVES,
        statement -> statement.setArray(1, Sql.array(statement, "uuid", ids)),
        row -> row.getObject(1, UUID.class));
  }

  void use(SessionId id, String address) {
    sql.update(
        "update session set last_used_at = date_trunc('minute', now()), address = ? where id = ?",
        statement -> {
          statement.setString(1, address);
          statement.setObject(2, id.value());
        });
  }

  /** A person's living sessions, the most recently used first. */
  List<Session> list(UserId user) {
    return sql.list(
        """
        select * from session where user_id = ? and ended_at is null and expires_at > now()
         order by last_used_at desc, id desc
        """,
        statement -> statement.setObject(1, user.value()),
        SessionRepository::read);
  }

  /** A person's session, also one that has ended. */
  @Nullable Session find(UserId user, SessionId id) {
    return sql.one(
        "select * from session where user_id = ? and id = ?",
        statement -> {
          statement.setObject(1, user.value());
          statement.setObject(2, id.value());
        },
        SessionRepository::read);
  }

  void end(SessionId id) {
    sql.update(
        "update session set ended_at = now() where id = ? and ended_at is null",
        statement -> statement.setObject(1, id.value()));
  }

  /** Ends all of a person's sessions, and tells how many there were. */
  int endAll(UserId user) {
    return sql.update(
        "update session set ended_at = now()"
            + " where user_id = ? and ended_at is null and expires_at > now()",
        statement -> statement.setObject(1, user.value()));
  }

  /** Forgets a person's sessions that ended more than a month ago. */
  void forgetOld(UserId user) {
    sql.update(
        """
        delete from session
         where user_id = ? and least(ended_at, expires_at) < now() - interval '30 days'
        """,
        statement -> statement.setObject(1, user.value()));
  }

  private static Session read(ResultSet row) throws SQLException {
    return new Session(
        new SessionId(row.getObject("id", UUID.class)),
        row.getString("device"),
        row.getString("address"),
        Objects.requireNonNull(UserRepository.instant(row, "created_at")),
        Objects.requireNonNull(UserRepository.instant(row, "last_used_at")),
        Objects.requireNonNull(UserRepository.instant(row, "expires_at")));
  }
}
