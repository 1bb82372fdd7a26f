package dev.assay.database;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, in the shape of a Relay connection. GraphQL reads its fields by name; {@code
 * totalCount} runs its query only when it is selected.
 */
public final class Connection<T> {
  private final List<Edge<T>> edges;
  private final PageInfo pageInfo;
  private final LongSupplier total;

  /** A node and where it stands. */
  public record Edge<T>(String cursor, T node) {}

  /** Where a page begins and ends. */
  public record PageInfo(
      boolean hasNextPage,
      boolean hasPreviousPage,
      @Nullable String startCursor,
      @Nullable String endCursor) {}

  private Connection(List<Edge<T>> edges, PageInfo pageInfo, LongSupplier total) {
    this.edges = edges;
    this.pageInfo = pageInfo;
    this.total = total;
  }

  /**
   * A page made of the rows that a query with {@link PageRequest#limit} gave.
   *
   * @param key the sort key of a row, which becomes its cursor
   * @param total counts the whole list; not asked where all of it is on the page
   */
  public static <T> Connection<T> of(
      List<T> rows, PageRequest page, Function<T, String> key, LongSupplier total) {
    boolean more = rows.size() > page.first();
    List<Edge<T>> edges =
        rows.stream()
            .limit(page.first())
            .map(row -> new Edge<>(PageRequest.encode(key.apply(row)), row))
            .toList();
    String start = edges.isEmpty() ? null : edges.getFirst().cursor();
    String end = edges.isEmpty() ? null : edges.getLast().cursor();
    boolean isAll = page.after() == null && !more;
    return new Connection<>(
        edges, new PageInfo(more, page.after() != null, start, end), isAll ? edges::size : total);
  }

  /** The nodes with their cursors. */
  public List<Edge<T>> getEdges() {
    return edges;
  }

  /** The nodes alone. */
  public List<T> getNodes() {
    return edges.stream().map(Edge::node).toList();
  }

  /** Where this page begins and ends. */
  public PageInfo getPageInfo() {
    return pageInfo;
  }

  /** How many there are on all pages, counted now. */
  public int getTotalCount() {
    return Math.toIntExact(total.getAsLong());
  }
}
