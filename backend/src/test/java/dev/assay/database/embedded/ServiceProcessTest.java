package dev.assay.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Application;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service with an embedded server, from the first line of its log to its last. */
class ServiceProcessTest {
  @TempDir Path directory;

  private Path home;

  @BeforeEach
  void choose() throws Exception {
    home = Files.createDirectory(directory.resolve("home"));
    Files.createSymbolicLink(home.resolve("programs"), Servers.PROGRAMS);
  }

  @AfterEach
  void unlink() throws Exception {
    Files.delete(home.resolve("programs"));
  }

  @Test
  void whoeverEndsTheServiceEndsTheServer() throws Exception {
    Process service = service();
    try (var log = service.inputReader()) {
      while (!Objects.requireNonNull(log.readLine()).contains("Assay is ready")) {}
      assertThat(Servers.postmaster(home).isAlive()).isTrue();

      Servers.signal("TERM", service.toHandle());

      assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(log.lines()).isEmpty();
    }
    assertServerEnded();
  }

  @Test
  void aStartThatFailsLateEndsTheServerToo() throws Exception {
    Process service = service("-flyway.datasources.default.locations=classpath:db/broken");

    String log = new String(service.getInputStream().readAllBytes());

    assertThat(service.waitFor()).isEqualTo(1);
    assertThat(log).contains("no_such_function");
    assertServerEnded();
  }

  @Test
  void aStartThatCannotSucceedSaysWhyInOneLine() throws Exception {
    try (EmbeddedServer other = Servers.startFast(home)) {
      Process service = service();

      String log = new String(service.getInputStream().readAllBytes());

      assertThat(service.waitFor()).isEqualTo(1);
      assertThat(log.lines()).singleElement().asString().contains("Another Assay already uses");
      assertThat(Servers.query(other, "select 1")).isEqualTo("1");
    }
  }

  private Process service(String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("-micronaut.server.port=-1");
    arguments.add("-logger.levels.dev.assay=INFO");
    return Servers.java(Application.class, Map.of("ASSAY_DATA", home.toString()), arguments);
  }

  private void assertServerEnded() throws Exception {
    assertThat(home.resolve("postgresql/PG_VERSION")).exists();
    assertThat(home.resolve("postgresql/postmaster.pid")).doesNotExist();
    assertThat(Files.readString(home.resolve("postgresql.log")))
        .contains("database system is shut down");
  }
}
