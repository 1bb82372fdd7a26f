package dev.assay.testing;

import dev.assay.database.embedded.EmbeddedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Reads from PostgreSQL's log how it answered a question. */
public final class BenchPlans {
  private static final List<String> SETTINGS =
      List.of(
          "session_preload_libraries = 'auto_explain'",
          "auto_explain.log_min_duration = 0",
          "auto_explain.log_analyze = on",
          "auto_explain.log_buffers = on");

  private final Path log;

  /** From this log. */
  public BenchPlans(Path log) {
    this.log = log;
  }

  /** From the next connection on plans are logged. */
  public void begin(EmbeddedServer server) throws SQLException {
    for (String setting : SETTINGS) {
      execute(server, "alter database assay set " + setting);
    }
  }

  /** From the next connection on they are not. */
  public void end(EmbeddedServer server) throws SQLException {
    execute(server, "alter database assay reset all");
  }

  /** The plans of a question that is asked twice, so that nothing is read from the disk. */
  public String of(Runnable question) throws IOException {
    question.run();
    long before = Files.size(log);
    question.run();
    byte[] all = Files.readAllBytes(log);
    String logged =
        new String(all, (int) before, (int) (all.length - before), StandardCharsets.UTF_8);
    return logged
        .lines()
        .filter(line -> line.startsWith("\t") || line.contains("duration:"))
        .map(line -> line.replaceFirst("^.*LOG:  ", "").replaceFirst("^\t", "  "))
        .map(line -> line.length() > 240 ? line.substring(0, 240) + "…" : line)
        .collect(Collectors.joining("\n"));
  }

  private static void execute(EmbeddedServer server, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
