package dev.assay.run;

import com.github.benmanes.caffeine.cache.Interner;
import dev.assay.access.Access;
import dev.assay.access.Owner;
import dev.assay.database.Sql;
import dev.assay.model.ModelId;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the tables {@code run}, {@code lane} and {@code result}. */
@Singleton
final class RunRepository {
  /** What {@link RunRows#run} reads. */
  static final String RUN_COLUMNS =
      """
      id, number, owner_type, owner_id, status, user_message, system_prompt, prompt_version_id, variables,
      parameters, iterations, created_at, started_at, finished_at, last_sequence, elapsed_ms,
      answer_check, winner_id, notes, shared_at, removed_at, batch_id, batch_position, example_turns
      """;

  private static final String SELECT_RUN = "select " + RUN_COLUMNS + " from run\n";

  /** How many of the newest are looked at before the index of terms is asked. */
  private static final int WINDOW = 200;

  /** How many UTF-16 units make a text long. */
  private static final int LONG_TEXT = 64 * 1024;

  private final Interner<String> longTexts = Interner.newWeakInterner();
  private final Sql sql;
  private final RunRows rows;

  RunRepository(Sql sql, RunRows rows) {
    this.sql = sql;
    this.rows = rows;
  }

  /** A run that the access is for; null where there is none such. */
  @Nullable Run find(Access access, RunId id) {
    return sql.one(
        SELECT_RUN + " where id = ? and " + access.on("run"),
        statement -> {
          statement.setObject(1, id.value());
          access.bind(statement, 2);
        },
        rows::run);
  }

  /** What was added to a run, and nobody changes it meanwhile; null where there is none such. */
  @Nullable RunMarks marks(Access access, RunId id) {
    return sql.one(
        "select winner_id, notes, shared_at, removed_at from run where id = ? and %s for update"
            .formatted(access.on("run")),
        statement -> {
          statement.setObject(1, id.value());
          access.bind(statement, 2);
        },
        RunRows::marks);
  }

  /** A run, whoever asks: for who has just written it, or found it by its owner's key. */
  @Nullable Run find(RunId id) {
    return sql.one(
        SELECT_RUN + " where id = ?", statement -> statement.setObject(1, id.value()), rows::run);
  }

  /** A batch's runs that lost their process before all their answers had ended. */
  List<Run> interrupted(UUID batch) {
    return sql.list(
        SELECT_RUN
            + """
              where batch_id = ?
                and exists (select 1 from result where run_id = run.id and error_code = 'INTERRUPTED')
              order by batch_position
            """,
        statement -> statement.setObject(1, batch),
        rows::run);
  }

  /** The runs of a batch in their order, behind a position. */
  List<Run> ofBatch(UUID batch, int after, int limit) {
    return sql.list(
        SELECT_RUN + " where batch_id = ? and batch_position > ? order by batch_position limit ?",
        statement -> {
          statement.setObject(1, batch);
          statement.setInt(2, after);
          statement.setInt(3, limit);
        },
        rows::run);
  }

  /** The same for who has not seen whose batch it is: none where the access is not for it. */
  List<Run> ofBatch(Access access, UUID batch, int after, int limit) {
    return sql.list(
        SELECT_RUN
            + " where batch_id = ? and batch_position > ? and %s order by batch_position limit ?"
                .formatted(access.on("run")),
        statement -> {
          statement.setObject(1, batch);
          statement.setInt(2, after);
          statement.setInt(access.bind(statement, 3), limit);
        },
        rows::run);
  }

  long countOfBatch(UUID batch) {
    return sql.list(
            "select count(*) from run where batch_id = ?",
            statement -> statement.setObject(1, batch),
            row -> row.getLong(1))
        .getFirst();
  }

  /** The run of a result, where the access is for it; null where there is none such. */
  @Nullable RunId runOf(Access access, ResultId result) {
    return sql.one(
        "select run.id from result join run on run.id = result.run_id where result.id = ? and "
            + access.on("run"),
        statement -> {
          statement.setObject(1, result.value());
          access.bind(statement, 2);
        },
        row -> new RunId(row.getObject(1, UUID.class)));
  }

  /** What was stored under an idempotency key. */
  record Keyed(RunId id, byte[] requestHash) {}

  /** The run that was started with a key; null where there is none such. */
  @Nullable Keyed findByKey(Owner owner, String key) {
    return sql.one(
        "select id, request_hash from run where owner_type = ? and owner_id = ? and idempotency_key"
            + " = ?",
        statement -> {
          bindOwner(statement, 1, owner);
          statement.setString(3, key);
        },
        row -> new Keyed(new RunId(row.getObject(1, UUID.class)), row.getBytes(2)));
  }

  /**
   * A list that is asked for.
   *
   * @param after behind which run it begins; null for the newest
   * @param limit how many at most
   */
  record Query(Access access, Owner owner, RunFilter filter, @Nullable UUID after, int limit) {}

  /**
   * A page, newest first. What most runs have, a few of the newest have too; of what few have, the
   * index then knows all at once, but for a run that was stored this very moment.
   */
  List<Run> page(Query query) {
    Set<Integer> terms = query.filter().terms(query.owner());
    if (terms.isEmpty()) {
      return listed(query);
    }
    List<Run> newest = newest(query);
    if (newest.size() == query.limit()) {
      return newest;
    }
    Map<RunId, Run> all = new LinkedHashMap<>();
    newest.forEach(run -> all.put(run.id(), run));
    found(query, terms).forEach(run -> all.putIfAbsent(run.id(), run));
    // Whatever the newest hold comes before what only the index has.
    return all.values().stream().limit(query.limit()).toList();
  }

  private List<Run> listed(Query query) {
    return sql.list(
        "%s where %s and %s %s order by id desc limit ?"
            .formatted(
                SELECT_RUN,
                query.access().on("run"),
                query.filter().condition(),
                query.after() == null ? "" : "and id < ?"),
        statement -> {
          int next = query.filter().bind(statement, query.access().bind(statement, 1));
          statement.setInt(bindAfter(statement, next, query), query.limit());
        },
        rows::run);
  }

  /** The oldest runs behind an id, or of all where that is null. */
  List<Run> oldest(Access access, RunFilter filter, @Nullable RunId after, int limit) {
    return sql.list(
        "%s where %s and %s %s order by id limit ?"
            .formatted(
                SELECT_RUN,
                access.on("run"),
                filter.condition(),
                after == null ? "" : "and id > ?"),
        statement -> {
          int next = filter.bind(statement, access.bind(statement, 1));
          if (after != null) {
            statement.setObject(next++, after.value());
          }
          statement.setInt(next, limit);
        },
        rows::run);
  }

  /** Looks at some of the newest, one by one. */
  private List<Run> newest(Query query) {
    return sql.list(
        "select * from (%s where %s %s order by id desc limit ?) run where %s order by id desc limit ?"
            .formatted(
                SELECT_RUN,
                query.access().on("run"),
                query.after() == null ? "" : "and id < ?",
                query.filter().condition()),
        statement -> {
          int next = bindAfter(statement, query.access().bind(statement, 1), query);
          statement.setInt(next, WINDOW);
          next = query.filter().bind(statement, next + 1);
          statement.setInt(next, query.limit());
        },
        rows::run);
  }

  /**
   * Asks the index for all that may be meant, and goes to the runs in the order of the list until
   * the page is full. The offsets keep the planner from going there before it sorts.
   */
  private List<Run> found(Query query, Set<Integer> terms) {
    return sql.list(
        """
        select run.*
          from (select run_id from run_search
                 where %s and terms @> ? %s
                 order by run_id desc offset 0) meant
         cross join lateral (%s where id = meant.run_id and %s offset 0) run
         where %s
         order by meant.run_id desc
         limit ?
        """
            .formatted(
                Access.own("run_search"),
                query.after() == null ? "" : "and run_id < ?",
                SELECT_RUN,
                query.access().on("run"),
                query.filter().condition()),
        statement -> {
          bindOwner(statement, 1, query.owner());
          statement.setArray(3, Sql.array(statement, "int4", terms));
          int next = query.access().bind(statement, bindAfter(statement, 4, query));
          next = query.filter().bind(statement, next);
          statement.setInt(next, query.limit());
        },
        rows::run);
  }

  private static int bindAfter(PreparedStatement statement, int place, Query query)
      throws SQLException {
    if (query.after() == null) {
      return place;
    }
    statement.setObject(place, query.after());
    return place + 1;
  }

  /** How many there are, as far as the filter has them counted. */
  long count(Query query) {
    RunFilter filter = query.filter();
    Set<Integer> terms = filter.terms(query.owner());
    String meant =
        terms.isEmpty()
            ? ""
            : " and id in (select run_id from run_search where %s and terms @> ?)"
                .formatted(Access.own("run_search"));
    return sql.list(
            "select count(*) from (select 1 from run where %s and %s%s limit ?) as counted"
                .formatted(query.access().on("run"), filter.condition(), meant),
            statement -> {
              int next = filter.bind(statement, query.access().bind(statement, 1));
              if (!terms.isEmpty()) {
                bindOwner(statement, next, query.owner());
                statement.setArray(next + 2, Sql.array(statement, "int4", terms));
                next += 3;
              }
              statement.setInt(next, filter.maxCount());
            },
            row -> row.getLong(1))
        .getFirst();
  }

  /** The lanes of each run, in their order. */
  Map<RunId, List<Lane>> lanes(Collection<RunId> runs) {
    Map<RunId, List<Lane>> lanes = new HashMap<>();
    sql.list(
        """
        select lane.run_id, lane.position, lane.model_id, lane.model_snapshot, lane.parameters as own_parameters,
               lane.system_prompt as own_system_prompt, lane.prompt_version_id as own_prompt_version_id,
               lane.variables as own_variables, lane.example_turns as own_example_turns, run.parameters, run.system_prompt,
               run.prompt_version_id, run.variables, run.example_turns
          from lane join run on run.id = lane.run_id
         where lane.run_id = any(?)
         order by lane.run_id, lane.position
        """,
        statement -> bindRuns(statement, runs),
        row ->
            lanes
                .computeIfAbsent(
                    new RunId(row.getObject("run_id", UUID.class)), _ -> new ArrayList<>())
                .add(rows.lane(row)));
    return lanes;
  }

  /** The results of each run, without their texts, by lane and then by iteration. */
  Map<RunId, List<Result>> results(Collection<RunId> runs) {
    return results(runs, lanes(runs));
  }

  /** The same, where their lanes were read already. */
  Map<RunId, List<Result>> results(Collection<RunId> runs, Map<RunId, List<Lane>> lanes) {
    Map<RunId, List<Result>> results = new HashMap<>();
    sql.list(
        """
        select id, run_id, position, iteration, status, finish_reason, error_code, error_message, queued_ms,
               time_to_first_token_ms, latency_ms, inter_token_p50_ms, inter_token_p99_ms, tokens_per_second,
               prompt_tokens, completion_tokens, reasoning_tokens, cost, attempts, arrived_tokens, closed_ms,
               has_passed, check_message
          from result
         where run_id = any(?)
         order by run_id, position, iteration
        """,
        statement -> bindRuns(statement, runs),
        row -> {
          RunId run = new RunId(row.getObject("run_id", UUID.class));
          Lane lane = lanes.getOrDefault(run, List.of()).get(row.getInt("position"));
          return results
              .computeIfAbsent(run, _ -> new ArrayList<>())
              .add(RunRows.result(row, lane));
        });
    return results;
  }

  /** The message of each run. */
  Map<RunId, String> messages(Collection<RunId> ids) {
    Map<RunId, String> messages = new HashMap<>();
    sql.list(
        "select id, user_message from run where id = any(?)",
        statement -> bindRuns(statement, ids),
        row -> messages.put(new RunId(row.getObject(1, UUID.class)), row.getString(2)));
    return messages;
  }

  /** Many may read one long answer at a time; it stands in the memory once. */
  private String shared(String text) {
    return text.length() < LONG_TEXT ? text : longTexts.intern(text);
  }

  /** An answer and its reasoning. */
  record Texts(String answer, String reasoning) {
    static final Texts NONE = new Texts("", "");
  }

  /** When each of the models was asked last; one that never was is left out. */
  Map<ModelId, Instant> lastUses(Collection<ModelId> models) {
    Map<ModelId, Instant> uses = new HashMap<>();
    sql.list(
        """
        select asked.id, run.created_at
          from unnest(?::uuid[]) as asked (id)
          join lateral (select run_id from lane where model_id = asked.id order by run_id desc limit 1) newest on true
          join run on run.id = newest.run_id
        """,
        statement ->
            statement.setArray(
                1, Sql.array(statement, "uuid", models.stream().map(ModelId::value).toList())),
        row ->
            uses.put(new ModelId(row.getObject(1, UUID.class)), row.getTimestamp(2).toInstant()));
    return uses;
  }

  /** The texts of results; of a running one, as far as it was checkpointed. */
  Map<ResultId, Texts> texts(Collection<ResultId> ids) {
    Map<ResultId, Texts> texts = new HashMap<>();
    sql.list(
        """
        select id,
               case when finished_at is not null then answer
                    else %s end as answer,
               case when finished_at is not null then reasoning
                    else %s end as reasoning
          from result
         where id = any(?)
        """
            .formatted(checkpointed("ANSWER"), checkpointed("REASONING")),
        statement ->
            statement.setArray(
                1,
                statement
                    .getConnection()
                    .createArrayOf("uuid", ids.stream().map(ResultId::value).toArray())),
        row ->
            texts.put(
                new ResultId(row.getObject("id", UUID.class)),
                new Texts(shared(row.getString("answer")), shared(row.getString("reasoning")))));
    return texts;
  }

  /** SQL for the text of a result's checkpoints, in order. */
  static String checkpointed(String kind) {
    return """
    coalesce((select string_agg(text, '' order by start) from checkpoint
               where checkpoint.result_id = result.id and kind = '%s'), '')\
    """
        .formatted(kind);
  }

  static void bindOwner(PreparedStatement statement, int from, Owner owner) throws SQLException {
    statement.setString(from, owner.type().name());
    statement.setObject(from + 1, owner.id());
  }

  private static void bindRuns(PreparedStatement statement, Collection<RunId> runs)
      throws SQLException {
    statement.setArray(
        1,
        statement.getConnection().createArrayOf("uuid", runs.stream().map(RunId::value).toArray()));
  }
}
