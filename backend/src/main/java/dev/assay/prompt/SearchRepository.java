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

  /**
   * How many prompts at the beginning of a list are looked at one by one. Of what most prompts
   * have, they hold a page; of what few have, the index then knows all at once.
   */
  private static final int WINDOW = 150;

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
    if (query.filter().isNone()) {
      return window(query, query.limit());
    }
    Set<Integer> terms = SearchText.terms(query.owner(), query.filter());
    List<PromptId> found = window(query, terms.isEmpty() ? Integer.MAX_VALUE : WINDOW);
    boolean isEnough = found.size() == query.limit() || terms.isEmpty();
    return isEnough ? found : indexed(query, terms);
  }

  /** Goes through so many prompts at the beginning of the list. */
  private List<PromptId> window(Query query, int window) {
    String order = query.after().order().column();
    return sql.list(
        """
        select candidate.id
          from (select id, tags, is_starred, %1$s as place
                  from prompt
                 where %2$s and removed_at is null and (%1$s, id) < (?, ?)
                 order by %1$s desc, id desc
                 limit ?) candidate
         where %3$s
         order by place desc, id desc
         limit ?
        """
            .formatted(order, query.access().on("prompt"), condition(query.filter())),
        statement -> {
          int next = query.access().bind(statement, 1);
          next = query.after().bind(statement, next);
          statement.setInt(next, window);
          next = bind(statement, next + 1, query.filter());
          statement.setInt(next, query.limit());
        },
        row -> new PromptId(row.getObject(1, UUID.class)));
  }

  /**
   * Asks the index for all that may be meant, and goes to the prompts in the order of the list
   * until the page is full. The offsets keep the planner from going there before it sorts, and from
   * reading all that the owner has: it cannot know how few have a term.
   */
  private List<PromptId> indexed(Query query, Set<Integer> terms) {
    String order = query.after().order().column();
    return sql.list(
        """
        select candidate.id
          from (select prompt_id, %1$s as place
                  from prompt_search
                 where terms @> ? and removed_at is null and (%1$s, prompt_id) < (?, ?)
                 order by place desc, prompt_id desc
                offset 0) meant
         cross join lateral (select id, tags, is_starred
                               from prompt
                              where id = meant.prompt_id and %2$s
                             offset 0) candidate
         where %3$s
         order by place desc, meant.prompt_id desc
         limit ?
        """
            .formatted(order, query.access().on("prompt"), condition(query.filter())),
        statement -> {
          statement.setArray(1, Sql.array(statement, "int4", terms));
          int next = query.after().bind(statement, 2);
          next = query.access().bind(statement, next);
          next = bind(statement, next, query.filter());
          statement.setInt(next, query.limit());
        },
        row -> new PromptId(row.getObject(1, UUID.class)));
  }

  /** How many stand in the list; where something filters it, at most {@value #MAX_COUNT}. */
  long count(Access access, Owner owner, PromptFilter filter) {
    Set<Integer> terms = SearchText.terms(owner, filter);
    return terms.isEmpty() ? countAll(access, filter) : countIndexed(access, filter, terms);
  }

  private long countAll(Access access, PromptFilter filter) {
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

  private long countIndexed(Access access, PromptFilter filter, Set<Integer> terms) {
    return sql.list(
            """
            select count(*)
              from (select 1
                      from prompt_search
                     cross join lateral (select id, tags, is_starred from prompt
                                          where id = prompt_id and %s and removed_at is null
                                         offset 0) candidate
                     where terms @> ? and %s
                     limit ?) as counted
            """
                .formatted(access.on("prompt"), condition(filter)),
            statement -> {
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
               (prompt_id, terms, text, updated_at, use_count, last_used_at, removed_at)
        select id, ?, ?, updated_at, use_count, last_used_at, removed_at from prompt where id = ?
        on conflict (prompt_id) do update set terms = excluded.terms, text = excluded.text
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
        select owner_type, owner_id, id
          from prompt_search
          join prompt on id = prompt_id
         where terms = '{}'
         limit ?
        """,
        statement -> statement.setInt(1, limit),
        row ->
            new Missing(
                new Owner(
                    Owner.Type.valueOf(row.getString("owner_type")),
                    row.getObject("owner_id", UUID.class)),
                new PromptId(row.getObject("id", UUID.class))));
  }

  /** A prompt of which nothing is written down. */
  record Missing(Owner owner, PromptId id) {}

  /** On the row {@code candidate}, cheap parts first. */
  private static String condition(PromptFilter filter) {
    String starred = filter.isStarred() == null ? "" : " and candidate.is_starred = ?";
    String text =
        filter.text().isEmpty()
            ? ""
            : """
             and exists (select 1 from prompt_search found
                          where found.prompt_id = candidate.id and strpos(found.text, ?) > 0)
            """;
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
