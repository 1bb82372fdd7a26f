package dev.assay.database.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What the tests of embedded servers do over and over. */
final class Servers {
  /** Unpacked once for all tests. */
  static final Path PROGRAMS = Path.of("target", "postgresql-programs").toAbsolutePath();

  private Servers() {}

  static EmbeddedServer start(Path home) {
    return EmbeddedServer.start(new EmbeddedSettings(home, PROGRAMS, true));
  }

  /** For tests that lose nothing but time by durability. */
  static EmbeddedServer startFast(Path home) {
    return EmbeddedServer.start(new EmbeddedSettings(home, PROGRAMS, false));
  }

  static void execute(EmbeddedServer server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of the first row. */
  static String query(EmbeddedServer server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  static Connection connect(EmbeddedServer server) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
  }

  /** The process that serves a directory. */
  static ProcessHandle postmaster(Path home) throws IOException {
    Path data = home.toRealPath().resolve("postgresql");
    return PidFile.in(data).flatMap(file -> file.server(data)).orElseThrow();
  }

  /** Kills a process without a chance to say goodbye, and waits until it is gone. */
  static void kill(ProcessHandle process) throws Exception {
    signal("KILL", process);
    process.onExit().get(30, TimeUnit.SECONDS);
  }

  static void signal(String name, ProcessHandle process) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** A JVM that runs a class, with what it says on its output. */
  static Process java(Class<?> main, Map<String, String> environment, List<String> arguments)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            main.getName());
    builder.command().addAll(arguments);
    builder.environment().putAll(environment);
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Returns as soon as the condition holds; fails after half a minute. */
  static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("The condition did not come to hold.");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }
}
