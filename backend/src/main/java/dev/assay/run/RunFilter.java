package dev.assay.run;

import dev.assay.access.Owner;
import dev.assay.access.SearchTerms;
import dev.assay.database.Sql;
import dev.assay.generation.Status;
import dev.assay.graphql.Input;
import dev.assay.model.ModelId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to list; null where anything goes.
 *
 * @param scope whose
 * @param text stands in the message or the notes; empty for anything
 * @param isInBatch whether a batch asked for it
 * @param from stored at this time or later
 * @param to stored before this time
 */
public record RunFilter(
    RunScope scope,
    String text,
    @Nullable List<Status> status,
    @Nullable ModelId modelId,
    @Nullable UUID promptId,
    @Nullable UUID promptVersionId,
    @Nullable Boolean isInBatch,
    @Nullable Instant from,
    @Nullable Instant to) {

  private static final int MAX_TEXT = 200;
  private static final int MAX_COUNT = 1_000;

  /** Whoever searches a text wants few. */
  private static final int MAX_FOUND_COUNT = 100;

  /** Reads {@code RunFilter} of the schema. */
  public static RunFilter read(Input input) {
    List<String> names = input.get("status");
    UUID model = input.idOrNull("modelId");
    String scope = input.get("scope");
    String text = input.textOrNull("text", MAX_TEXT);
    return new RunFilter(
        scope == null ? RunScope.MINE : RunScope.valueOf(scope),
        text == null ? "" : SearchTerms.fold(text.strip()),
        names == null ? null : names.stream().map(Status::valueOf).toList(),
        model == null ? null : new ModelId(model),
        input.idOrNull("promptId"),
        input.idOrNull("promptVersionId"),
        input.get("isInBatch"),
        input.get("from"),
        input.get("to"));
  }

  /** How far that is counted which it lets through: nobody turns so many pages. */
  int maxCount() {
    return text.isEmpty() ? MAX_COUNT : MAX_FOUND_COUNT;
  }

  /**
   * Terms that all runs have which it lets through, in the index of what an owner's runs are found
   * by; none where that cannot tell.
   */
  Set<Integer> terms(Owner owner) {
    if (scope == RunScope.SHARED) {
      return Set.of();
    }
    SearchTerms own = new SearchTerms(owner);
    Set<Integer> terms = own.wanted(text);
    if (modelId != null) {
      terms.add(own.mark("model " + modelId));
    }
    if (promptId != null) {
      terms.add(own.mark("prompt " + promptId));
    }
    if (promptVersionId != null) {
      terms.add(own.mark("version " + promptVersionId));
    }
    return terms;
  }

  /** The condition on the table {@code run}; what is not asked for does not stand in it. */
  String condition() {
    StringBuilder condition = new StringBuilder("run.removed_at is null");
    add(condition, scope == RunScope.SHARED ? scope : null, "run.shared_at is not null");
    add(condition, status, "run.status = any(?)");
    add(condition, isInBatch, "(run.batch_id is not null) = ?");
    add(condition, from, "run.created_at >= ?");
    add(condition, to, "run.created_at < ?");
    add(condition, modelId, "exists (select 1 from lane where run_id = run.id and model_id = ?)");
    add(condition, promptId, using("version.prompt_id = ?"));
    add(condition, promptVersionId, using("version.id = ?"));
    add(
        condition,
        text.isEmpty() ? null : text,
        """
        exists (select 1 from run_search found
                 where found.run_id = run.id and found.owner_id = run.owner_id and strpos(found.text, ?) > 0)\
        """);
    return condition.toString();
  }

  /** Binds {@link #condition}, and tells the place of the next parameter. */
  int bind(PreparedStatement statement, int first) throws SQLException {
    int next = first;
    if (status != null) {
      List<String> names = status.stream().map(Status::name).toList();
      statement.setArray(next++, Sql.array(statement, "text", names));
    }
    next = bind(statement, next, isInBatch);
    next = bind(statement, next, from == null ? null : from.atOffset(ZoneOffset.UTC));
    next = bind(statement, next, to == null ? null : to.atOffset(ZoneOffset.UTC));
    next = bind(statement, next, modelId == null ? null : modelId.value());
    next = bind(statement, next, promptId);
    next = bind(statement, next, promptVersionId);
    return bind(statement, next, text.isEmpty() ? null : text);
  }

  private static void add(StringBuilder condition, @Nullable Object wish, String part) {
    if (wish != null) {
      condition.append(" and ").append(part);
    }
  }

  private static int bind(PreparedStatement statement, int place, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      return place;
    }
    statement.setObject(place, value);
    return place + 1;
  }

  /** Whether the run or one of its lanes asks with such a version. */
  private static String using(String which) {
    return """
    exists (select 1 from prompt_version version
             where %s and (version.id = run.prompt_version_id
                           or exists (select 1 from lane where run_id = run.id and prompt_version_id = version.id)))\
    """
        .formatted(which);
  }
}
