package dev.assay.identity;

import dev.assay.database.Ids;
import dev.assay.database.PageRequest;
import dev.assay.database.Sql;
import dev.assay.graphql.UserId;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code users}. */
@Singleton
final class UserRepository {
  /** What {@link #read} reads. */
  static final String COLUMNS =
      """
      users.id as user_id, users.issuer, users.name as user_name, users.email, users.created_at as user_created_at,
      users.last_seen_at, users.deactivated_at,
      exists (select 1 from picture where picture.user_id = users.id) as has_picture
      """;

  private static final String SELECT = "select " + COLUMNS + " from users ";

  private final Sql sql;
  private final Administrators administrators;

  UserRepository(Sql sql, Administrators administrators) {
    this.sql = sql;
    this.administrators = administrators;
  }

  @Nullable User find(UserId id) {
    return sql.one(
        SELECT + "where users.id = ?", statement -> statement.setObject(1, id.value()), this::read);
  }

  /** Those of the people who are here. */
  List<Person> people(Collection<UserId> ids) {
    return sql.list(
        "select id, name from users where id = any(?)",
        statement ->
            statement.setArray(
                1, Sql.array(statement, "uuid", ids.stream().map(UserId::value).toList())),
        row -> new Person(new UserId(row.getObject("id", UUID.class)), row.getString("name")));
  }

  /** Writes down what an issuer says of a person, who may be new; tells the person's id. */
  UserId save(Profile profile) {
    return Objects.requireNonNull(
        sql.one(
            """
            insert into users (id, issuer, subject, name, email) values (?, ?, ?, ?, ?)
            on conflict (issuer, subject) do update set name = excluded.name, email = excluded.email
            returning id
            """,
            statement -> {
              statement.setObject(1, Ids.next());
              statement.setString(2, profile.issuer());
              statement.setString(3, profile.subject());
              statement.setString(4, profile.name());
              statement.setString(5, profile.email());
            },
            row -> new UserId(row.getObject(1, UUID.class))));
  }

  /** People, newest first. */
  List<User> page(PageRequest page, UserFilter filter) {
    UUID after = page.afterId();
    return sql.list(
        SELECT + filter.where() + " and (?::uuid is null or users.id < ?) order by id desc limit ?",
        statement -> {
          int next = filter.bind(statement);
          statement.setObject(next, after);
          statement.setObject(next + 1, after);
          statement.setInt(next + 2, page.limit());
        },
        this::read);
  }

  long count(UserFilter filter) {
    return sql.list(
            "select count(*) from users " + filter.where(), filter::bind, row -> row.getLong(1))
        .getFirst();
  }

  void setDeactivated(UserId id, boolean deactivated) {
    sql.update(
        "update users set deactivated_at = case when ? then coalesce(deactivated_at, now()) end"
            + " where id = ?",
        statement -> {
          statement.setBoolean(1, deactivated);
          statement.setObject(2, id.value());
        });
  }

  /** Notes that somebody was here. */
  void see(UserId id) {
    sql.update(
        "update users set last_seen_at = date_trunc('minute', now()) where id = ?",
        statement -> statement.setObject(1, id.value()));
  }

  /** Deletes a person with sessions, tokens and picture; the local user stays, as if new. */
  void delete(UserId id) {
    if (id.equals(LocalUser.ID)) {
      update("delete from session where user_id = ?", id);
      update("delete from api_token where user_id = ?", id);
    } else {
      update("delete from users where id = ?", id);
    }
  }

  private void update(String statement, UserId id) {
    sql.update(statement, it -> it.setObject(1, id.value()));
  }

  /** Which people to list. */
  record UserFilter(@Nullable String text, @Nullable Boolean isActive) {
    String where() {
      return """
      where (users.name ilike ? or users.email ilike ?)
        and (?::boolean is null or (users.deactivated_at is null) = ?)
        and users.issuer <> ?
      """;
    }

    /** Binds it, and tells the number of the next parameter. */
    int bind(PreparedStatement statement) throws SQLException {
      statement.setString(1, Sql.containing(text));
      statement.setString(2, Sql.containing(text));
      statement.setObject(3, isActive);
      statement.setObject(4, isActive);
      statement.setString(5, LocalUser.ISSUER);
      return 6;
    }
  }

  /** Reads {@link #COLUMNS}. */
  User read(ResultSet row) throws SQLException {
    String issuer = row.getString("issuer");
    String email = row.getString("email");
    return new User(
        new UserId(row.getObject("user_id", UUID.class)),
        issuer,
        row.getString("user_name"),
        email,
        row.getBoolean("has_picture"),
        administrators.contains(issuer, email),
        Objects.requireNonNull(instant(row, "user_created_at")),
        instant(row, "last_seen_at"),
        instant(row, "deactivated_at"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
