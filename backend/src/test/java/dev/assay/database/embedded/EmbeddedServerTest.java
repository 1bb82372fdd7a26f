package dev.assay.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedServerTest {
  @TempDir static Path directory;

  private static Path home;
  private static EmbeddedServer server;

  @BeforeAll
  static void start() {
    home = directory.resolve("home");
    server = Servers.start(home);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "data_checksums, on",
    "server_encoding, UTF8",
    "listen_addresses, 127.0.0.1",
    "unix_socket_directories, ''"
  })
  void isDurableAndPrivateAndSpeaksUtf8(String name, String value) throws SQLException {
    assertThat(Servers.query(server, "show " + name)).isEqualTo(value);
  }

  @Test
  void koreanHasTrigramsAndAnyScriptHasCases() throws SQLException {
    Servers.execute(server, "create extension pg_trgm");

    assertThat(Servers.query(server, "select show_trgm('안녕하세요')")).isNotEqualTo("{}");
    assertThat(Servers.query(server, "select lower('ÄÖÜ ΣΑΣ')")).startsWith("äöü σα");
  }

  @Test
  void nobodyEntersWithoutThePassword() {
    assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "guess"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void nobodyElseReadsTheFiles() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
        .isEqualTo("rwx------");
  }

  @Test
  void aSecondServiceOnTheDirectoryIsRefused() throws Exception {
    assertThatThrownBy(() -> Servers.start(home))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("Another Assay already uses " + home.toRealPath())
        .hasMessageContaining("ASSAY_DATA");
    assertThat(Servers.query(server, "select 1")).isEqualTo("1");
  }
}
