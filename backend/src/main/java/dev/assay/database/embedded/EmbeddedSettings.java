package dev.assay.database.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an embedded server is to be run.
 *
 * @param directory holds its files, its log and its lock
 * @param programs the directory below which PostgreSQL's programs are unpacked
 * @param durable whether what was committed outlives a loss of power; only a test may do without
 */
public record EmbeddedSettings(Path directory, Path programs, boolean durable) {

  /** A server that keeps its promises. */
  public static EmbeddedSettings in(Path directory) {
    return new EmbeddedSettings(directory, directory.resolve("programs"), true);
  }

  /** The server's own settings, by PostgreSQL's names. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("listen_addresses", EmbeddedServer.LOOPBACK);
    parameters.put("unix_socket_directories", "");
    parameters.put("timezone", "UTC");
    parameters.put("log_timezone", "UTC");
    parameters.put("jit", "off");
    // Of a disk without moving parts; else it would rather read whole tables than ask an index.
    parameters.put("random_page_cost", "1.1");
    String safe = durable ? "on" : "off";
    parameters.put("fsync", safe);
    parameters.put("synchronous_commit", safe);
    parameters.put("full_page_writes", safe);
    if (!durable) {
      parameters.put("max_connections", "300");
      return parameters;
    }
    // After a restart it reads again what it had at hand: nobody waits for a cold disk.
    parameters.put("shared_preload_libraries", "pg_prewarm");
    if (System.getProperty("os.name").startsWith("Mac")) {
      parameters.put("wal_sync_method", "fsync_writethrough");
    }
    return parameters;
  }
}
