package dev.assay.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the database when a process ends as no process should. */
class CrashTest {
  private static final int ENOUGH = 50;

  @TempDir Path directory;

  private Path home;

  @BeforeEach
  void choose() {
    home = directory.resolve("home");
  }

  @Test
  void theServiceIsKilled() throws Exception {
    int told = killWriter();
    assertThat(postmasters()).hasSize(1);
    long orphan = Servers.postmaster(home).pid();

    try (EmbeddedServer server = Servers.start(home)) {
      assertThat(newest(server)).isGreaterThanOrEqualTo(told);
      assertThat(postmasters()).containsExactly(Servers.postmaster(home).pid());
      assertThat(postmasters()).doesNotContain(orphan);
    }
    assertThat(postmasters()).isEmpty();
  }

  @Test
  void theServiceIsKilledAndThenTheServer() throws Exception {
    int told = killWriter();
    Servers.kill(Servers.postmaster(home));

    try (EmbeddedServer server = Servers.start(home)) {
      assertThat(newest(server)).isGreaterThanOrEqualTo(told);
    }
  }

  @Test
  void theServerIsKilledUnderAQueryThatGoesOn() throws Exception {
    EmbeddedServer killed = Servers.start(home);
    Servers.execute(killed, "create table kept as select 42 as answer");
    Thread query = Thread.ofPlatform().start(() -> runForSeconds(killed));
    Servers.await(() ->
        "1"
            .equals(
                Servers.query(
                    killed,
                    "select count(*) from pg_stat_activity"
                        + " where state = 'active' and query like '%generate_series%'"
                        + " and pid <> pg_backend_pid()")));
    Servers.kill(Servers.postmaster(home));
    killed.close();

    try (EmbeddedServer server = Servers.start(home)) {
      assertThat(Servers.query(server, "select answer from kept")).isEqualTo("42");
      assertThat(Files.readString(home.resolve("postgresql.log"))).contains("is still in use");
    }
    query.join();
  }

  @Test
  void aDeadServersNumberBelongsToAnotherProcess() throws Exception {
    Servers.startFast(home).close();
    Path pidFile = home.toRealPath().resolve("postgresql/postmaster.pid");
    Files.write(
        pidFile,
        List.of("" + ProcessHandle.current().pid(), "" + pidFile.getParent(), "1", "5432", "", ""));

    try (EmbeddedServer server = Servers.startFast(home)) {
      assertThat(Servers.query(server, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void theFileOfTheNumberWasCutShort() throws Exception {
    Servers.startFast(home).close();
    Files.writeString(home.resolve("postgresql/postmaster.pid"), "");

    try (EmbeddedServer server = Servers.startFast(home)) {
      assertThat(Servers.query(server, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void theServiceIsKilledWhileItMakesTheDatabase() throws Exception {
    Files.createDirectories(home.resolve("postgresql.unfinished/base"));
    Files.writeString(home.resolve("postgresql.unfinished/PG_VERSION"), "18");
    Files.writeString(home.resolve("postgresql.password"), "half");

    try (EmbeddedServer server = Servers.startFast(home)) {
      assertThat(Servers.query(server, "select 1")).isEqualTo("1");
    }
  }

  /** Kills a process in the middle of its writing; the number of the last row that it told of. */
  private int killWriter() throws Exception {
    Process writer =
        Servers.java(Writer.class, Map.of(), List.of(home.toString(), Servers.PROGRAMS.toString()));
    try (BufferedReader output = writer.inputReader()) {
      for (int told = 0; told < ENOUGH; told++) {
        Objects.requireNonNull(output.readLine(), "The writer ended.");
      }
      Servers.kill(writer.toHandle());
      return output.lines().mapToInt(Integer::parseInt).max().orElse(ENOUGH);
    }
  }

  private static int newest(EmbeddedServer server) throws SQLException {
    return Integer.parseInt(Servers.query(server, "select max(number) from written"));
  }

  /** Its process does not look up from its work, so it outlives its server. */
  private static void runForSeconds(EmbeddedServer server) {
    try {
      Servers.query(server, "select count(*) from generate_series(1, 30000000)");
    } catch (SQLException e) {
      // The server died, as it should.
    }
  }

  /** All that serve the directory, whoever started them. */
  private List<Long> postmasters() throws Exception {
    String data = home.toRealPath().resolve("postgresql").toString();
    return ProcessHandle.allProcesses()
        .filter(it -> Arrays.asList(it.info().arguments().orElse(new String[0])).contains(data))
        .map(ProcessHandle::pid)
        .toList();
  }
}
