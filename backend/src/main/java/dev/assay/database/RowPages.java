package dev.assay.database;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a query, read a page at a time as they are asked for: no result is too large for the
 * memory, and no connection is held between the pages.
 */
public final class RowPages implements Iterator<String> {
  private static final int ROWS = 50;

  private final Sql sql;
  private final String select;
  private final UUID parameter;
  private final Queue<Row> rows = new ArrayDeque<>();
  private @Nullable UUID after;
  private boolean isLast = false;

  private record Row(UUID id, String text) {}

  private RowPages(Sql sql, String select, UUID parameter) {
    this.sql = sql;
    this.select = select;
    this.parameter = parameter;
  }

  /**
   * The texts of a query, by id. They can be gone through more than once; each time asks anew.
   *
   * @param select selects an id and a text; ends with a condition that has one parameter
   * @param id the id's column
   * @param parameter the condition's parameter
   */
  public static Iterable<String> of(Sql sql, String select, String id, UUID parameter) {
    String page =
        "%s and (cast(? as uuid) is null or %s > ?) order by %s limit %d"
            .formatted(select, id, id, ROWS);
    return () -> new RowPages(sql, page, parameter);
  }

  @Override
  public boolean hasNext() {
    if (rows.isEmpty() && !isLast) {
      read();
    }
    return !rows.isEmpty();
  }

  @Override
  public String next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return rows.remove().text();
  }

  private void read() {
    List<Row> page =
        sql.list(
            select,
            statement -> {
              statement.setObject(1, parameter);
              statement.setObject(2, after);
              statement.setObject(3, after);
            },
            row -> new Row(row.getObject(1, UUID.class), row.getString(2)));
    isLast = page.size() < ROWS;
    rows.addAll(page);
    if (!page.isEmpty()) {
      after = page.getLast().id();
    }
  }
}
