package dev.assay.prompt;

import dev.assay.access.Owner;
import dev.assay.access.SearchTerms;
import dev.assay.database.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Fills a database with prompts by COPY. */
public final class PromptBenchRows {
  private static final long SEED = 20_261_121;
  private static final int VERSIONS = 10;

  /** When the first prompt was made; one a second, each with a version a day. */
  private static final long CREATED = 1_759_000_000L;

  private final Connection connection;
  private final PromptBenchText text = new PromptBenchText(SEED);
  private final Random random = new Random(SEED);
  private final int prompts;
  private final int owners;

  /** Those to be of a database that has all tables. */
  public PromptBenchRows(Connection connection, int prompts, int owners) {
    this.connection = connection;
    this.prompts = prompts;
    this.owners = owners;
  }

  /** Whom an owner's requests come from; 0 has the most prompts. */
  static String caller(int owner) {
    return "bench " + owner;
  }

  static Owner owner(int number) {
    byte[] name = caller(number).getBytes(StandardCharsets.UTF_8);
    return new Owner(Owner.Type.USER, UUID.nameUUIDFromBytes(name));
  }

  /** Takes all prompts away, then makes these. */
  public void fill() throws SQLException, IOException {
    try (var made = connection.createStatement()) {
      made.execute("delete from prompt");
      made.execute("drop index prompt_search_terms");
    }
    for (int from = 0; from < prompts; from += 5_000) {
      fill(from, Math.min(from + 5_000, prompts));
      System.out.printf("%,d prompts%n", Math.min(from + 5_000, prompts));
    }
    try (var made = connection.createStatement()) {
      made.execute(
          "create index prompt_search_terms on prompt_search using gin (terms) with (fastupdate ="
              + " off)");
      made.execute("vacuum analyze");
      made.execute("checkpoint");
    }
  }

  private void fill(int from, int to) throws SQLException, IOException {
    StringBuilder rows = new StringBuilder();
    StringBuilder versions = new StringBuilder();
    StringBuilder search = new StringBuilder();
    StringBuilder labels = new StringBuilder();
    for (int i = from; i < to; i++) {
      prompt(i, rows, versions, search, labels);
    }
    copy(
        "prompt (id, owner_type, owner_id, name, description, current_version, created_at,"
            + " updated_at, tags, is_starred, use_count, last_used_at)",
        rows);
    copy("prompt_version (id, prompt_id, number, content, message)", versions);
    copy(
        "prompt_search (owner_type, owner_id, prompt_id, terms, text, tags, is_starred, updated_at,"
            + " use_count, last_used_at)",
        search);
    copy("prompt_label (prompt_id, name, version_id)", labels);
  }

  private void prompt(
      int number,
      StringBuilder rows,
      StringBuilder versions,
      StringBuilder search,
      StringBuilder labels) {
    boolean isKorean = number % 2 == 0;
    Owner owner = owner(ownerOf());
    Instant made = Instant.ofEpochSecond(CREATED + number);
    UUID id = Ids.at(made);
    String name = text.words(isKorean, 3) + " " + number;
    String description = text.words(isKorean, 8);
    List<String> tags =
        random
            .ints(3, 0, 40)
            .map(tag -> tag * tag / 40)
            .distinct()
            .mapToObj(t -> "tag" + t)
            .toList();
    boolean starred = random.nextInt(20) == 0;
    int uses = random.nextInt(4) == 0 ? random.nextInt(200) : 0;
    String content = text.content(isKorean);
    String newest = content;
    for (int version = 1; version <= VERSIONS; version++) {
      newest = version == 1 ? content : text.edited(newest, isKorean);
      newest = newest.getBytes(StandardCharsets.UTF_8).length > 10_000 ? content : newest;
      UUID versionId = Ids.at(made.plusSeconds(version * 86_400L));
      row(versions, versionId, id, version, newest, "change " + version);
      if (version == 8) {
        row(labels, id, "production", versionId);
      }
    }
    String lastUse = uses == 0 ? "-infinity" : seconds(random.nextInt(1_000_000));
    String ago = "2026-11-01 00:00:00Z";
    row(
        rows,
        id,
        "USER",
        owner.id(),
        name,
        description,
        VERSIONS,
        ago,
        seconds(number),
        array(tags),
        starred,
        uses,
        lastUse);
    String folded = SearchTerms.fold(name + "\n" + description + "\n" + newest);
    row(
        search,
        "USER",
        owner.id(),
        id,
        array(SearchText.terms(owner, folded, tags, starred)),
        folded,
        array(tags),
        starred,
        seconds(number),
        uses,
        lastUse);
  }

  /** Zipf's law: the first has one in ten of all, the last a dozen. */
  private int ownerOf() {
    return (int) (Math.pow(owners + 1.0, random.nextDouble()) - 1);
  }

  private String seconds(int number) {
    return Instant.ofEpochSecond(1_760_000_000L + (number * 7919L) % 30_000_000L).toString();
  }

  private static String array(Iterable<?> items) {
    StringBuilder all = new StringBuilder("{");
    items.forEach(item -> all.append(all.length() == 1 ? "" : ",").append(item));
    return all.append('}').toString();
  }

  private static void row(StringBuilder rows, Object... values) {
    rows.append(
            java.util.Arrays.stream(values)
                .map(value -> value.toString().replace("\\", "\\\\").replace("\n", "\\n"))
                .collect(Collectors.joining("\t")))
        .append('\n');
  }

  private void copy(String table, StringBuilder rows) throws SQLException {
    CopyIn copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
    byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    copy.endCopy();
  }
}
