package dev.assay.database;

import dev.assay.database.embedded.EmbeddedServer;
import dev.assay.database.embedded.EmbeddedSettings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/**
 * Real databases for tests, all on one PostgreSQL server that starts with the first and stops with
 * the JVM. It trades durability for speed; a copy of the migrated database takes some 30 ms.
 *
 * <p>With Micronaut's test extension:
 *
 * <pre>{@code
 * @MicronautTest(transactional = false)
 * @TestInstance(TestInstance.Lifecycle.PER_CLASS)
 * class PromptServiceTest implements TestPropertyProvider {
 *   @Override
 *   public Map<String, String> getProperties() {
 *     return TestDatabase.properties();
 *   }
 * }
 * }</pre>
 *
 * and without: {@code ApplicationContext.run(Map.copyOf(TestDatabase.properties()))}.
 */
public final class TestDatabase {
  private static final TestDatabase INSTANCE = new TestDatabase();
  private static final String TEMPLATE = "template_assay";

  private final Path home = temporaryDirectory();
  private final EmbeddedServer server;
  private final AtomicInteger made = new AtomicInteger();

  private TestDatabase() {
    Path programs = Path.of("target", "postgresql-programs").toAbsolutePath();
    server = EmbeddedServer.start(new EmbeddedSettings(home, programs, false));
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    execute("create database " + TEMPLATE);
    Flyway.configure()
        .dataSource(jdbcUrl(TEMPLATE), server.user(), server.password())
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  /** A new database with all tables and no rows, as the service's properties. */
  public static Map<String, String> properties() {
    return Map.of(
        "assay.database.url",
        url(),
        "assay.database.pool-size",
        "8",
        "assay.data",
        INSTANCE.home.toString(),
        "flyway.datasources.default.enabled",
        "false");
  }

  /** A new database with all tables and no rows, in the form of {@code DATABASE_URL}. */
  public static String url() {
    return INSTANCE.copy(" template " + TEMPLATE);
  }

  /** A new database without tables, in the form of {@code DATABASE_URL}. */
  public static String emptyUrl() {
    return INSTANCE.copy("");
  }

  private String copy(String source) {
    String name = "test_" + made.incrementAndGet();
    execute("create database " + name + source);
    String address = jdbcUrl(name).replace("jdbc:postgresql://", "");
    return "postgresql://" + server.user() + ":" + server.password() + "@" + address;
  }

  private String jdbcUrl(String database) {
    return server.jdbcUrl().replaceFirst("/assay$", "/" + database);
  }

  private synchronized void execute(String sql) {
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void stop() {
    server.close();
    deleteTree(home);
  }

  private static Path temporaryDirectory() {
    try {
      return Files.createTempDirectory("assay-test-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteTree(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
