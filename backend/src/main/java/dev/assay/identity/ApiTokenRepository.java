package dev.assay.identity;

import dev.assay.database.Ids;
import dev.assay.database.Sql;
import dev.assay.graphql.TokenScope;
import dev.assay.graphql.UserId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code api_token}. */
@Singleton
final class ApiTokenRepository {
  private static final String WORKS =
      "api_token.revoked_at is null and api_token.expires_at > now() and users.deactivated_at is"
          + " null";

  private final Sql sql;
  private final UserRepository users;

  ApiTokenRepository(Sql sql, UserRepository users) {
    this.sql = sql;
    this.users = users;
  }

  /** A token to be. */
  record Draft(String name, List<TokenScope> scopes, Instant expiresAt) {}

  ApiTokenId insert(UserId user, Draft draft, String prefix, byte[] hash) {
    ApiTokenId id = new ApiTokenId(Ids.next());
    sql.update(
        """
        insert into api_token (id, user_id, hash, prefix, name, scopes, expires_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        statement -> {
          statement.setObject(1, id.value());
          statement.setObject(2, user.value());
          statement.setBytes(3, hash);
          statement.setString(4, prefix);
          statement.setString(5, draft.name());
          statement.setArray(
              6, Sql.array(statement, "text", draft.scopes().stream().map(Enum::name).toList()));
          statement.setObject(7, draft.expiresAt().atOffset(ZoneOffset.UTC));
        });
    return id;
  }

  /**
   * Whose a token is.
   *
   * @param stale whether its last use was noted more than a minute ago
   */
  record Holder(ApiToken token, User user, boolean stale) {}

  /** Whose a working token is; null for one that is unknown, revoked or expired. */
  @Nullable Holder holder(byte[] hash) {
    return sql.one(
        "select api_token.*, coalesce(last_used_at < now() - interval '1 minute', true) as stale, "
            + UserRepository.COLUMNS
            + " from api_token join users on users.id = api_token.user_id where hash = ? and "
            + WORKS,
        statement -> statement.setBytes(1, hash),
        row -> new Holder(read(row), users.read(row), row.getBoolean("stale")));
  }

  /** Those of the tokens that work. */
  List<UUID> working(Collection<UUID> ids) {
    return sql.list(
        "select api_token.id from api_token join users on users.id = api_token.user_id"
            + " where api_token.id = any(?) and "
            + WORKS,
        statement -> statement.setArray(1, Sql.array(statement, "uuid", ids)),
        row -> row.getObject(1, UUID.class));
  }

  void use(ApiTokenId id) {
    sql.update(
        "update api_token set last_used_at = date_trunc('minute', now()) where id = ?",
        statement -> statement.setObject(1, id.value()));
  }

  /** A person's tokens that are not revoked, newest first. */
  List<ApiToken> list(UserId user) {
    return sql.list(
        "select * from api_token where user_id = ? and revoked_at is null order by id desc",
        statement -> statement.setObject(1, user.value()),
        ApiTokenRepository::read);
  }

  /** A person's token, also a revoked one. */
  @Nullable ApiToken find(UserId user, ApiTokenId id) {
    return sql.one(
        "select * from api_token where user_id = ? and id = ?",
        statement -> {
          statement.setObject(1, user.value());
          statement.setObject(2, id.value());
        },
        ApiTokenRepository::read);
  }

  void revoke(ApiTokenId id) {
    sql.update(
        "update api_token set revoked_at = coalesce(revoked_at, now()) where id = ?",
        statement -> statement.setObject(1, id.value()));
  }

  private static ApiToken read(ResultSet row) throws SQLException {
    String[] scopes = (String[]) row.getArray("scopes").getArray();
    return new ApiToken(
        new ApiTokenId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getString("prefix"),
        Arrays.stream(scopes).map(TokenScope::valueOf).toList(),
        Objects.requireNonNull(UserRepository.instant(row, "created_at")),
        Objects.requireNonNull(UserRepository.instant(row, "expires_at")),
        UserRepository.instant(row, "last_used_at"));
  }
}
