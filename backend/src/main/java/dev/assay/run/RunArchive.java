package dev.assay.run;

import dev.assay.access.Access;
import dev.assay.access.Kind;
import dev.assay.error.AppException;
import dev.assay.graphql.Caller;
import dev.assay.run.Run.Parts;
import dev.assay.run.RunRepository.Texts;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whole runs, for whoever writes them down elsewhere. However many there are, a few of them and the
 * texts of a few results are in the memory at a time.
 */
@Singleton
public final class RunArchive {
  private static final int RUNS = 10;
  private static final int TEXTS = 4;

  private final RunService service;
  private final RunRepository runs;

  RunArchive(RunService service, RunRepository runs) {
    this.service = service;
    this.runs = runs;
  }

  /** A run as it is now, with its parts, whose texts may be absent. Throws {@code NOT_FOUND}. */
  public Run get(Caller caller, RunId id) {
    return whole(List.of(service.get(caller, id))).getFirst();
  }

  /** Such runs, the oldest first, read a page at a time as they are asked for. */
  public Iterator<Run> all(Caller caller, RunFilter filter) {
    Access access = RunService.access(caller, filter);
    return new Pages(last -> runs.oldest(access, filter, last == null ? null : last.id(), RUNS));
  }

  /**
   * The runs of the caller's batch in the order of its messages, read like those. Throws {@code
   * NOT_FOUND}.
   */
  public Iterator<Run> ofBatch(Caller caller, UUID batch) {
    Access access = Access.toRead(Kind.BATCH, caller);
    Iterator<Run> found = new Pages(last -> runs.ofBatch(access, batch, positionOf(last), RUNS));
    if (!found.hasNext()) {
      // There is no batch without runs.
      throw AppException.notFound("batch");
    }
    return found;
  }

  /** Where a run stands in its batch; -1 for none, behind which all stand. */
  private static int positionOf(@Nullable Run run) {
    Integer position = run == null ? null : run.batchPosition();
    return position == null ? -1 : position;
  }

  /** A whole run's results with their texts, read a few at a time as they are asked for. */
  public Iterator<Result> results(Run run) {
    return new Filled(parts(run).results());
  }

  /** The messages of runs, whoever asks: for who has read a part of each. */
  public Map<RunId, String> messages(Collection<RunId> ids) {
    return runs.messages(ids);
  }

  private List<Run> whole(List<Run> rows) {
    List<RunId> ids = rows.stream().filter(row -> row.parts() == null).map(Run::id).toList();
    Map<RunId, List<Lane>> lanes = runs.lanes(ids);
    Map<RunId, List<Result>> results = runs.results(ids);
    return rows.stream()
        .map(row ->
            row.parts() != null
                ? row
                : row.with(
                    new Parts(
                        lanes.getOrDefault(row.id(), List.of()),
                        results.getOrDefault(row.id(), List.of()))))
        .toList();
  }

  private static Parts parts(Run run) {
    Parts parts = run.parts();
    if (parts == null) {
      throw new IllegalArgumentException("Only a run's row was read.");
    }
    return parts;
  }

  private final class Pages implements Iterator<Run> {
    private final Function<@Nullable Run, List<Run>> next;
    private final Queue<Run> page = new ArrayDeque<>();
    private @Nullable Run last;
    private boolean isLast = false;

    /**
     * @param next reads what comes behind a run, or the beginning where that is null
     */
    Pages(Function<@Nullable Run, List<Run>> next) {
      this.next = next;
    }

    @Override
    public boolean hasNext() {
      if (page.isEmpty() && !isLast) {
        read();
      }
      return !page.isEmpty();
    }

    @Override
    public Run next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return page.remove();
    }

    private void read() {
      List<Run> rows = next.apply(last);
      isLast = rows.size() < RUNS;
      if (!rows.isEmpty()) {
        last = rows.getLast();
        page.addAll(whole(rows.stream().map(service::current).toList()));
      }
    }
  }

  private final class Filled implements Iterator<Result> {
    private final Iterator<Result> rows;
    private final Queue<Result> filled = new ArrayDeque<>();

    Filled(List<Result> rows) {
      this.rows = rows.iterator();
    }

    @Override
    public boolean hasNext() {
      return !filled.isEmpty() || rows.hasNext();
    }

    @Override
    public Result next() {
      if (filled.isEmpty()) {
        fill();
      }
      return filled.remove();
    }

    private void fill() {
      Queue<Result> some = new ArrayDeque<>();
      while (some.size() < TEXTS && rows.hasNext()) {
        some.add(rows.next());
      }
      Map<ResultId, Texts> texts =
          runs.texts(
              some.stream()
                  .filter(result -> result.text() == null)
                  .map(Result::id)
                  .collect(Collectors.toSet()));
      some.forEach(result -> filled.add(result.with(texts.getOrDefault(result.id(), Texts.NONE))));
    }
  }
}
