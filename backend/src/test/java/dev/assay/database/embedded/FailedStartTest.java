package dev.assay.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedStartTest {
  @TempDir Path home;

  @Test
  void filesOfAnotherVersionAreToldAndLeftAlone() throws Exception {
    Servers.startFast(home).close();
    Path version = home.resolve("postgresql/PG_VERSION");
    Files.writeString(version, "17\n");

    assertThatThrownBy(() -> Servers.startFast(home))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("not compatible")
        .hasMessageContaining("postgresql.log")
        .hasMessageContaining("DATABASE_URL");

    Files.writeString(version, "18\n");
    try (EmbeddedServer server = Servers.startFast(home)) {
      assertThat(Servers.query(server, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void aDirectoryThatCannotBeMadeIsTold() throws Exception {
    Path file = Files.createFile(home.resolve("file"));

    assertThatThrownBy(() -> Servers.startFast(file.resolve("home")))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("ASSAY_DATA");
  }

  @Test
  void aPortThatWasTakenMeanwhileIsReplaced() throws Exception {
    Path data = home.toRealPath().resolve("postgresql");
    Path programs = Programs.unpackedBelow(Servers.PROGRAMS);
    Cluster.in(data, programs, false);
    Postmaster postmaster = new Postmaster(programs, data, home.resolve("postgresql.log"));
    InetAddress loopback = InetAddress.getByName(EmbeddedServer.LOOPBACK);
    try (ServerSocket taken = new ServerSocket(0, 1, loopback);
        ServerSocket free = new ServerSocket(0, 1, loopback)) {
      Queue<ServerSocket> ports = new ArrayDeque<>(List.of(taken, free));
      free.close();

      int port = postmaster.start(Map.of(), () -> ports.remove().getLocalPort());

      assertThat(ports).isEmpty();
      assertThat(port).isNotEqualTo(taken.getLocalPort());
    } finally {
      postmaster.stop();
    }
  }

  @Test
  void twoProcessesMayUnpackAtOnceAndHalvesAreNotTakenForWhole() throws Exception {
    Path half = Files.createDirectories(home.resolve("unpacking-1/bin"));
    CompletableFuture<Path> other = CompletableFuture.supplyAsync(this::unpack);

    Path programs = unpack();

    assertThat(other.get()).isEqualTo(programs).isNotEqualTo(half.getParent());
    assertThat(programs.resolve("bin/postgres")).isExecutable();
  }

  private Path unpack() {
    try {
      return Programs.unpackedBelow(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
