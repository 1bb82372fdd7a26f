package dev.assay.database;

import java.sql.SQLException;

/** A statement failed. A transaction around it is rolled back. */
public sealed class SqlException extends RuntimeException permits UniqueViolation {
  SqlException(SQLException cause) {
    super(cause.getMessage(), cause);
  }

  static SqlException of(SQLException cause) {
    return UniqueViolation.STATE.equals(cause.getSQLState())
        ? new UniqueViolation(cause)
        : new SqlException(cause);
  }
}
