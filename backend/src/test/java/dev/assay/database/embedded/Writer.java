package dev.assay.database.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/**
 * A process that starts the server of a directory and commits row after row, telling the number of
 * each on its output once it is committed, until it is killed.
 */
final class Writer {
  private Writer() {}

  /** Takes the directory and where the programs are. */
  public static void main(String[] args) throws Exception {
    EmbeddedServer server =
        EmbeddedServer.start(new EmbeddedSettings(Path.of(args[0]), Path.of(args[1]), true));
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute("create table written (number integer primary key)");
      for (int i = 1; ; i++) {
        statement.execute("insert into written values (" + i + ")");
        System.out.println(i);
      }
    }
  }
}
