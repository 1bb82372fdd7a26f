package dev.assay.run;

import dev.assay.database.Sql;
import dev.assay.database.embedded.EmbeddedServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A year of runs, made by PostgreSQL itself; the service then writes what they are found by. */
final class HistoryBenchRows {
  static final long BEGAN_MS = 1_735_000_000_000L;
  static final long EVERY_MS = 120_000;

  /** Words from the commonest on, as the questions take them. */
  static final int[] RANKS = {0, 3, 20, 200, 1_500};

  private static final int WORDS = 2_000;
  private static final int AT_ONCE = 25_000;
  private static final List<String> KOREAN = words('가', 11_000, 3);
  private static final List<String> ENGLISH = words('a', 26, 6);

  private HistoryBenchRows() {}

  static String caller(int owner) {
    return "bench " + owner;
  }

  static UUID owner(int number) {
    return UUID.nameUUIDFromBytes(caller(number).getBytes(StandardCharsets.UTF_8));
  }

  static String korean(int rank) {
    return KOREAN.get(rank);
  }

  static String english(int rank) {
    return ENGLISH.get(rank);
  }

  private static List<String> words(char first, int letters, int length) {
    Random random = new Random(5);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < WORDS; i++) {
      StringBuilder word = new StringBuilder();
      for (int j = 0; j < length; j++) {
        word.append((char) (first + random.nextInt(letters)));
      }
      words.add(word.toString());
    }
    return words;
  }

  /** Fills what is missing, and waits until all of it can be found. */
  static void fill(Sql sql, int runs, int owners, List<String> models) throws InterruptedException {
    int present = count(sql, "select count(*) from run");
    if (present < runs) {
      vocabulary(sql, owners, models);
      for (int from = present; from < runs; from += AT_ONCE) {
        rows(sql, from, Math.min(runs, from + AT_ONCE), owners);
        System.out.printf("%,d runs%n", Math.min(runs, from + AT_ONCE));
      }
    }
    while (count(sql, "select count(*) from run where not is_findable") > 0) {
      TimeUnit.SECONDS.sleep(1);
    }
    sql.update("analyze", _ -> {});
  }

  private static void vocabulary(Sql sql, int owners, List<String> models) {
    sql.update("drop table if exists bench_word, bench_owner, bench_model", _ -> {});
    sql.update("create table bench_word (id int primary key, korean text, english text)", _ -> {});
    sql.update("create table bench_owner (id int primary key, owner uuid)", _ -> {});
    sql.update("create table bench_model (id int primary key, model uuid)", _ -> {});
    sql.update(
        "insert into bench_word select id - 1, k, e from unnest(?::text[], ?::text[]) with"
            + " ordinality as w (k, e, id)",
        statement -> {
          statement.setArray(1, Sql.array(statement, "text", KOREAN));
          statement.setArray(2, Sql.array(statement, "text", ENGLISH));
        });
    sql.update(
        "insert into bench_owner select id - 1, o from unnest(?::uuid[]) with ordinality as w (o,"
            + " id)",
        statement ->
            statement.setArray(
                1,
                Sql.array(
                    statement,
                    "uuid",
                    IntStream.range(0, owners).mapToObj(HistoryBenchRows::owner).toList())));
    sql.update(
        "insert into bench_model select id - 1, m from unnest(?::uuid[]) with ordinality as w (m,"
            + " id)",
        statement ->
            statement.setArray(
                1, Sql.array(statement, "uuid", models.stream().map(UUID::fromString).toList())));
  }

  private static void rows(Sql sql, int from, int to, int owners) {
    sql.update(
        """
        insert into run (id, owner_type, owner_id, status, user_message, system_prompt, parameters, iterations,
                         instance_id, lease_until, last_sequence, elapsed_ms, created_at, started_at, finished_at,
                         shared_at)
        select (lpad(to_hex(ms), 12, '0') || '7' || substr(md5(i::text), 1, 3) || '8' || substr(md5(i::text), 4, 15))::uuid,
               'USER', owner, case when luck < 0.9 then 'COMPLETED' when luck < 0.96 then 'FAILED' else 'CANCELLED' end,
               message, '', '{}', 1, gen_random_uuid(), now(), 9, 100, to_timestamp(ms / 1000.0),
               to_timestamp(ms / 1000.0), to_timestamp(ms / 1000.0) + interval '2 seconds',
               case when luck between 0.5 and 0.51 then now() end
          from (select i, ?::bigint + i::bigint * ?::bigint as ms, random() as luck,
                       (floor(power(?::float8 + 1, random())) - 1)::int as owner_number
                  from generate_series(?::int, ?::int - 1) as i) as made
          join bench_owner on bench_owner.id = owner_number
         cross join lateral (select string_agg(case when made.i % 2 = 0 then korean else english end, ' ') as message
                               from generate_series(1, 10) as g
                               join bench_word on bench_word.id =
                                    mod(made.i * 7919 + g * 104729 + mod(made.i * g, 1009) * mod(made.i + g, 31), ?::int)
                                    / (1 + mod(made.i + g * 13, 40))) as said
        """,
        statement -> {
          statement.setLong(1, BEGAN_MS);
          statement.setLong(2, EVERY_MS);
          statement.setDouble(3, owners);
          statement.setInt(4, from);
          statement.setInt(5, to);
          statement.setInt(6, WORDS);
        });
    sql.update(
        """
        insert into lane (run_id, position, model_id, model_snapshot, parameters)
        select run.id, position, model,
               '{"name": "Bench", "modelName": "bench", "endpointUrl": "http://127.0.0.1:1/v1", "protocol": "OPENAI"}', '{}'
          from run
         cross join generate_series(0, 3) as position
          join bench_model on bench_model.id = (floor(power(21, mod(abs(hashtext(run.id::text || position)), 1000) / 1000.0)) - 1)::int
         where not exists (select 1 from lane where run_id = run.id)
        """,
        _ -> {});
    sql.update(
        """
        insert into result (id, run_id, position, iteration, status, answer, time_to_first_token_ms, latency_ms,
                            tokens_per_second, completion_tokens, cost, finished_at)
        select gen_random_uuid(), run_id, position, 1, status, repeat(md5(run_id::text), 20), 120, 2000, 60, 120, 0.0012,
               now()
          from lane join run on run.id = run_id
         where not exists (select 1 from result where result.run_id = lane.run_id)
        """,
        _ -> {});
  }

  /** The settings of a service that keeps its data there. */
  static Map<String, Object> properties(EmbeddedServer database) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(
        "assay.database.url",
        "postgresql://%s:%s@%s"
            .formatted(
                database.user(),
                database.password(),
                database.jdbcUrl().replace("jdbc:postgresql://", "")));
    properties.put("flyway.datasources.default.enabled", true);
    return properties;
  }

  static int count(Sql sql, String query) {
    return Objects.requireNonNull(sql.one(query, _ -> {}, row -> row.getInt(1)));
  }
}
