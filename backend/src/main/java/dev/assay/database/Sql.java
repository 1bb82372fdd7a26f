package dev.assay.database;

import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * Runs SQL that its repository holds as a text block, with bound parameters, in the caller's
 * transaction; where there is none, every statement is one of its own. Throws {@link SqlException}.
 */
@Singleton
@RequiresDatabase
public final class Sql {
  private final ConnectionOperations<Connection> connections;

  Sql(ConnectionOperations<Connection> connections) {
    this.connections = connections;
  }

  /** Binds a statement's parameters. */
  @FunctionalInterface
  public interface Binder {
    /** Binds them; the first has the number 1. */
    void bind(PreparedStatement statement) throws SQLException;
  }

  /** Makes a value of the row at hand. */
  @FunctionalInterface
  public interface RowReader<T> {
    /** Reads the row, and moves nowhere. */
    T read(ResultSet row) throws SQLException;
  }

  /** All rows of a query. */
  public <T> List<T> list(String sql, Binder binder, RowReader<T> reader) {
    return run(
        sql,
        binder,
        statement -> {
          List<T> rows = new ArrayList<>();
          try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
              rows.add(reader.read(result));
            }
          }
          return rows;
        });
  }

  /** The only row of a query; null where there is none. */
  public <T> @Nullable T one(String sql, Binder binder, RowReader<T> reader) {
    List<T> rows = list(sql, binder, reader);
    return rows.isEmpty() ? null : rows.getFirst();
  }

  /** Changes rows, and tells how many. */
  public int update(String sql, Binder binder) {
    return run(sql, binder, PreparedStatement::executeUpdate);
  }

  /**
   * A list as one parameter, for {@code = any(?)} and {@code unnest(?::uuid[])}.
   *
   * @param type PostgreSQL's name of the elements' type, such as {@code uuid}, {@code text}, {@code
   *     int4}
   */
  public static Array array(PreparedStatement statement, String type, Collection<?> elements)
      throws SQLException {
    return statement.getConnection().createArrayOf(type, elements.toArray());
  }

  /**
   * Has a statement planned for its own parameters each time, instead of once for all: where what
   * it reads depends on them more than planning costs.
   */
  public static void planEachTime(PreparedStatement statement) throws SQLException {
    statement.unwrap(PGStatement.class).setPrepareThreshold(0);
  }

  /**
   * The pattern of {@code like} and {@code ilike} for texts that contain this one; for all where
   * null.
   */
  public static String containing(@Nullable String text) {
    return text == null ? "%" : "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }

  @FunctionalInterface
  private interface Work<T> {
    T run(PreparedStatement statement) throws SQLException;
  }

  private <T> T run(String sql, Binder binder, Work<T> work) {
    return connections.execute(
        ConnectionDefinition.DEFAULT,
        status -> {
          try (PreparedStatement statement = status.getConnection().prepareStatement(sql)) {
            binder.bind(statement);
            return work.run(statement);
          } catch (SQLException e) {
            throw SqlException.of(e);
          }
        });
  }
}
