package dev.assay.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running PostgreSQL server with the database {@code assay}, reached over loopback by password
 * only. Close all connections before it. A process that dies before it closes its server loses
 * nothing: the next start on the directory stops what still runs.
 */
public final class EmbeddedServer implements AutoCloseable {
  static final String LOOPBACK = "127.0.0.1";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final String DATABASE = "assay";

  private final DirectoryLock lock;
  private final Postmaster postmaster;
  private final Cluster cluster;
  private final int port;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedServer(DirectoryLock lock, Postmaster postmaster, Cluster cluster, int port) {
    this.lock = lock;
    this.postmaster = postmaster;
    this.cluster = cluster;
    this.port = port;
  }

  /**
   * Starts the server of a directory, which is made where there is none. Throws {@link
   * EmbeddedServerException}.
   */
  public static EmbeddedServer start(EmbeddedSettings settings) {
    long began = System.nanoTime();
    try {
      Path home = privateDirectory(settings.directory());
      EmbeddedServer server = start(home, settings);
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      LOG.info("PostgreSQL in {} started in {} ms", home, took.toMillis());
      return server;
    } catch (IOException | SQLException e) {
      throw new EmbeddedServerException(
          "Cannot start a PostgreSQL in %s (%s): set ASSAY_DATA to a directory that can be written, or set DATABASE_URL."
              .formatted(settings.directory(), e),
          e);
    }
  }

  private static Path privateDirectory(Path directory) throws IOException {
    var ownerOnly = PosixFilePermissions.fromString("rwx------");
    Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(ownerOnly));
    return directory.toRealPath();
  }

  private static EmbeddedServer start(Path home, EmbeddedSettings settings)
      throws IOException, SQLException {
    DirectoryLock lock = DirectoryLock.take(home);
    try {
      Path data = home.resolve("postgresql");
      Path programs = Programs.unpackedBelow(settings.programs());
      Postmaster postmaster = new Postmaster(programs, data, home.resolve("postgresql.log"));
      postmaster.stopOrphan();
      Cluster cluster = Cluster.in(data, programs, settings.durable());
      int port = postmaster.start(settings.parameters(), EmbeddedServer::freePort);
      EmbeddedServer server = new EmbeddedServer(lock, postmaster, cluster, port);
      server.makeDatabase();
      return server;
    } catch (IOException | SQLException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void makeDatabase() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(jdbcUrl("postgres"), user(), password());
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select 1 from pg_database where datname = '" + DATABASE + "'")) {
      if (!found.next()) {
        statement.execute("create database " + DATABASE);
      }
    }
  }

  /** Where JDBC finds the database. */
  public String jdbcUrl() {
    return jdbcUrl(DATABASE);
  }

  private String jdbcUrl(String database) {
    return "jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + database;
  }

  /** The server's one user, a superuser. */
  public String user() {
    return Cluster.USER;
  }

  /** The user's password. */
  public String password() {
    return cluster.password();
  }

  /** Stops the server and waits for its end; the second time it does nothing. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try (lock) {
      postmaster.stop();
    } catch (IOException e) {
      LOG.warn("The embedded PostgreSQL was not stopped; the next start will do it", e);
    }
  }
}
