package dev.assay.identity;

import dev.assay.database.Sql;
import dev.assay.graphql.UserId;
import jakarta.inject.Singleton;

/** What this package itself keeps of a person, but for the secrets. */
@Singleton
final class AccountRows {
  private final Sql sql;

  AccountRows(Sql sql) {
    this.sql = sql;
  }

  /** The person with sessions and API tokens, as a JSON object. */
  String account(UserId user) {
    return sql.list(
            """
            select to_jsonb(users) || jsonb_build_object(
              'sessions', coalesce((select jsonb_agg(to_jsonb(session) - 'user_id' order by id)
                                      from session where user_id = users.id), '[]'),
              'api_tokens', coalesce((select jsonb_agg(to_jsonb(api_token) - '{user_id,hash}'::text[] order by id)
                                        from api_token where user_id = users.id), '[]'),
              'picture', (select encode(content, 'base64') from picture where user_id = users.id))
              from users where id = ?
            """,
            statement -> statement.setObject(1, user.value()),
            row -> row.getString(1))
        .getFirst();
  }
}
