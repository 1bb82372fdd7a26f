package dev.assay.run;

import dev.assay.access.Owner;
import dev.assay.access.SearchTerms;
import dev.assay.database.Sql;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Writes the table {@code run_search}: what runs are found by. */
@Singleton
class RunSearch {
  private static final String NOT_FINDABLE =
      """
      select run.id, owner_type, owner_id, user_message, notes,
             array(select distinct 'model ' || model_id from lane where run_id = run.id and model_id is not null)
             || array(select distinct unnest(array['version ' || version.id, 'prompt ' || version.prompt_id])
                        from prompt_version version
                       where version.id = any(array(select prompt_version_id from lane where run_id = run.id)
                                              || run.prompt_version_id)) as marks
        from run
       where not is_findable
       limit ?
         for update of run skip locked
      """;

  private final Sql sql;

  RunSearch(Sql sql) {
    this.sql = sql;
  }

  /** What is written of a run. */
  private record Entry(UUID run, Owner owner, String text, List<String> marks) {
    Set<Integer> terms() {
      SearchTerms own = new SearchTerms(owner);
      Set<Integer> terms = own.of(text);
      marks.forEach(mark -> terms.add(own.mark(mark)));
      return terms;
    }
  }

  /** Writes some of what is missing, and tells how much that was. */
  @Transactional
  int write(int limit) {
    List<Entry> missing =
        sql.list(NOT_FINDABLE, statement -> statement.setInt(1, limit), RunSearch::entry);
    missing.forEach(this::write);
    if (!missing.isEmpty()) {
      sql.update(
          "update run set is_findable = true where id = any(?)",
          statement ->
              statement.setArray(
                  1, Sql.array(statement, "uuid", missing.stream().map(Entry::run).toList())));
    }
    return missing.size();
  }

  private void write(Entry entry) {
    sql.update(
        """
        insert into run_search (owner_type, owner_id, run_id, terms, text) values (?, ?, ?, ?, ?)
        on conflict (run_id, owner_id) do update set terms = excluded.terms, text = excluded.text
        """,
        statement -> {
          RunRepository.bindOwner(statement, 1, entry.owner());
          statement.setObject(3, entry.run());
          statement.setArray(4, Sql.array(statement, "int4", entry.terms()));
          statement.setString(5, entry.text());
        });
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getObject("id", UUID.class),
        new Owner(
            Owner.Type.valueOf(row.getString("owner_type")), row.getObject("owner_id", UUID.class)),
        text(row.getString("user_message"), row.getString("notes")),
        List.of((String[]) row.getArray("marks").getArray()));
  }

  private static String text(String message, String notes) {
    return SearchTerms.fold(notes.isEmpty() ? message : message + "\n" + notes);
  }
}
