package dev.assay.prompt;

import dev.assay.database.RowPages;
import dev.assay.database.Sql;
import dev.assay.graphql.UserId;
import dev.assay.identity.AccountData;
import jakarta.inject.Singleton;

/** A person's prompts with all their versions and labels, removed ones too. */
@Singleton
final class PromptAccountData implements AccountData {
  private static final String EXPORT =
      """
      select prompt.id,
             to_jsonb(prompt) - '{owner_type,owner_id}'::text[] || jsonb_build_object(
               'versions', (select jsonb_agg(to_jsonb(version) - 'prompt_id' order by number)
                              from prompt_version version where prompt_id = prompt.id),
               'labels', (select jsonb_agg(to_jsonb(label) - 'prompt_id' order by name)
                            from prompt_label label where prompt_id = prompt.id),
               'label_moves', (select jsonb_agg(to_jsonb(move) - 'prompt_id' order by id)
                                 from prompt_label_move move where prompt_id = prompt.id))
        from prompt
       where owner_type = 'USER' and owner_id = ?
      """;

  private final Sql sql;

  PromptAccountData(Sql sql) {
    this.sql = sql;
  }

  @Override
  public String name() {
    return "prompts";
  }

  @Override
  public Iterable<String> export(UserId user) {
    return RowPages.of(sql, EXPORT, "prompt.id", user.value());
  }

  @Override
  public void delete(UserId user) {
    sql.update(
        "delete from prompt where owner_type = 'USER' and owner_id = ?",
        statement -> statement.setObject(1, user.value()));
  }
}
