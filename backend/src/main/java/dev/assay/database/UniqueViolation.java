package dev.assay.database;

import java.sql.SQLException;

/** A row would have made a unique index hold the same value twice. The transaction cannot go on. */
public final class UniqueViolation extends SqlException {
  static final String STATE = "23505";

  UniqueViolation(SQLException cause) {
    super(cause);
  }
}
