package dev.assay.prompt;

import dev.assay.access.Access;
import dev.assay.access.Owner;
import dev.assay.database.Sql;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the ids of prompts, in the order of a list. */
@Singleton
final class SearchRepository {
  /** Whoever filters by text wants few; counting more would only cost. */
  static final int MAX_COUNT = 100;

  private final Sql sql;

  SearchRepository(Sql sql) {
    this.sql = sql;
  }

  /**
   * A list that is asked for.
   *
   * @param after behind which prompt it begins
   * @param limit how many at most
   */
  record Query(Access access, Owner owner, PromptFilter filter, ListPosition after, int limit) {}

  /** The ids of a page of prompts that are not removed. */
  List<PromptId> page(Query query) {
    Set<Integer> terms = SearchText.terms(query.owner(), query.filter());
    return terms.isEmpty() ? listed(query) : found(query, terms);
  }

  /** Goes through the list. */
  private List<PromptId> listed(Query query) {
    return sql.list(
        """
        select candidate.id
          from prompt candidate
         where %2$s and removed_at is null and (%1$s, id) < (?, ?) and %3$s
         order by %1$s desc, id desc
         limit ?
        """
            .formatted(
                query.after().order().column(),
                query.access().on("candidate"),
                condition(query.filter())),
        statement -> {
          int next = query.access().bind(statement, 1);
          next = query.after().bind(statement, next);
          next = bind(statement, next, query.filter());
          statement.setInt(next, query.limit());
        },
        row -> new PromptId(row.getObject(1, UUID.class)));
  }

  /**
   * Asks the index for all that may be meant, and compares them in the order of the list until the
   * page is full. The offset keeps the planner from comparing before it sorts: the texts lie apart.
   * A plan for every owner would be one for all partitions.
   */
  private List<PromptId> found(Query query, Set<Integer> terms) {
    String order = query.after().order().column();
    return sql.list(
        """
        select candidate.prompt_id
          from (select prompt_id, tags, is_starred, text, %1$s as place
                  from prompt_search
                 where %2$s and terms @> ? and removed_at is null and (%1$s, prompt_id) < (?, ?)
                 order by place desc, prompt_id desc
                offset 0) candidate
         where %3$s
         limit ?
        """
            .formatted(order, query.access().on("prompt_search"), condition(query.filter())),
        statement -> {
          Sql.planEachTime(statement);
          int next = query.access().bind(statement, 1);
          statement.setArray(next, Sql.array(statement, "int4", terms));
          next = query.after().bind(statement, next + 1);
          next = bind(statement, next, query.filter());
          statement.setInt(next, query.limit());
        },
        row -> new PromptId(row.getObject(1, UUID.class)));
  }

  /** How many stand in the list; where something filters it, at most {@value #MAX_COUNT}. */
  long count(Access access, Owner owner, PromptFilter filter) {
    Set<Integer> terms = SearchText.terms(owner, filter);
    return terms.isEmpty() ? countListed(access, filter) : countFound(access, filter, terms);
  }

  private long countListed(Access access, PromptFilter filter) {
    return sql.list(
            """
            select count(*)
              from (select 1 from prompt candidate where %s and removed_at is null and %s limit ?) as counted
            """
                .formatted(access.on("candidate"), condition(filter)),
            statement -> {
              int next = access.bind(statement, 1);
              next = bind(statement, next, filter);
              statement.setLong(next, filter.isNone() ? Long.MAX_VALUE : MAX_COUNT);
            },
            row -> row.getLong(1))
        .getFirst();
  }

  private long countFound(Access access, PromptFilter filter, Set<Integer> terms) {
    return sql.list(
            """
            select count(*)
              from (select 1 from prompt_search candidate
                     where %s and terms @> ? and removed_at is null and %s
                     limit ?) as counted
            """
                .formatted(access.on("candidate"), condition(filter)),
            statement -> {
              Sql.planEachTime(statement);
              int next = access.bind(statement, 1);
              statement.setArray(next, Sql.array(statement, "int4", terms));
              next = bind(statement, next + 1, filter);
              statement.setLong(next, MAX_COUNT);
            },
            row -> row.getLong(1))
        .getFirst();
  }

  /** Writes down what a prompt is found by. */
  void save(PromptId id, String text, Set<Integer> terms) {
    sql.update(
        """
        insert into prompt_search
               (owner_type, owner_id, prompt_id, terms, text, tags, is_starred,
                updated_at, use_count, last_used_at, removed_at)
        select owner_type, owner_id, id, ?, ?, tags, is_starred,
               updated_at, use_count, last_used_at, removed_at
          from prompt where id = ?
        on conflict (prompt_id, owner_id) do update set terms = excluded.terms, text = excluded.text
        """,
        statement -> {
          statement.setArray(1, Sql.array(statement, "int4", terms));
          statement.setString(2, text);
          statement.setObject(3, id.value());
        });
  }

  /** Some of the prompts of which nothing is written down yet, with their owners. */
  List<Missing> missing(int limit) {
    return sql.list(
        """
        select owner_type, owner_id, prompt_id
          from prompt_search
         where terms = '{}'
         limit ?
        """,
        statement -> statement.setInt(1, limit),
        row ->
            new Missing(
                new Owner(
                    Owner.Type.valueOf(row.getString("owner_type")),
                    row.getObject("owner_id", UUID.class)),
                new PromptId(row.getObject("prompt_id", UUID.class))));
  }

  /** A prompt of which nothing is written down. */
  record Missing(Owner owner, PromptId id) {}

  /** On the row {@code candidate}, cheap parts first. */
  private static String condition(PromptFilter filter) {
    String starred = filter.isStarred() == null ? "" : " and candidate.is_starred = ?";
    String text = filter.text().isEmpty() ? "" : " and strpos(candidate.text, ?) > 0";
    // Without tags an index alone can count what there is.
    String tags = filter.tags().isEmpty() ? "true" : "candidate.tags @> ?";
    return tags + starred + text;
  }

  private static int bind(PreparedStatement statement, int from, PromptFilter filter)
      throws SQLException {
    int next = from;
    if (!filter.tags().isEmpty()) {
      statement.setArray(next++, Sql.array(statement, "text", filter.tags()));
    }
    @Nullable Boolean isStarred = filter.isStarred();
    if (isStarred != null) {
      statement.setBoolean(next++, isStarred);
    }
    if (!filter.text().isEmpty()) {
      statement.setString(next++, filter.text());
    }
    return next;
  }
}
