package dev.assay.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process that serves a data directory, started and stopped by {@code pg_ctl}.
 *
 * @param programs the directory that holds {@code bin}
 * @param log the file to which the server writes
 */
record Postmaster(Path programs, Path data, Path log) {
  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

  /** Reading back the log of a crash may take minutes on a slow disk. */
  private static final Duration START = Duration.ofMinutes(10);

  private static final Duration STOP = Duration.ofMinutes(1);

  /** How long the last processes of a killed server may take to notice that it is gone. */
  private static final Duration REMNANTS = Duration.ofSeconds(30);

  private static final int PORTS_TO_TRY = 5;

  /**
   * Starts the server and waits until it accepts connections.
   *
   * @param ports gives a port to try; it may be taken by another process meanwhile
   * @return the port
   */
  int start(Map<String, String> settings, Supplier<Integer> ports) throws IOException {
    long deadline = System.nanoTime() + REMNANTS.toNanos();
    for (int triedPorts = 1; ; ) {
      int port = ports.get();
      ServerLog said = ServerLog.from(log);
      if (pgCtl("start", START, "-l", log.toString(), "-o", options(settings, port))) {
        return port;
      }
      if (said.tellsOfTakenPort() && triedPorts < PORTS_TO_TRY) {
        triedPorts++;
      } else if (!said.tellsOfRemnants() || System.nanoTime() > deadline) {
        throw new EmbeddedServerException(
            "The embedded PostgreSQL does not start (%s): see %s, or set DATABASE_URL."
                .formatted(said.reason(), log));
      }
    }
  }

  /** Stops the server, after which all that was committed stands in its files. */
  void stop() throws IOException {
    if (!pgCtl("stop", STOP, "-m", "fast") && isRunning()) {
      LOG.warn("The embedded PostgreSQL did not stop within {}; see {}", STOP, log);
    }
  }

  /** Stops the server that a killed process left running; removes what a dead server left. */
  void stopOrphan() throws IOException {
    PidFile file = PidFile.in(data).orElse(null);
    if (file == null) {
      return;
    }
    if (file.server(data).isPresent()) {
      LOG.info("Stopping the PostgreSQL that an earlier Assay left running");
      stop();
    } else {
      Files.deleteIfExists(file.path());
    }
  }

  private boolean isRunning() throws IOException {
    return PidFile.in(data).flatMap(file -> file.server(data)).isPresent();
  }

  private boolean pgCtl(String action, Duration timeout, String... more) throws IOException {
    List<String> arguments =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(
                    action, "-D", data.toString(), "-w", "-t", "" + timeout.toSeconds()),
                java.util.stream.Stream.of(more))
            .toList();
    return Command.run(programs.resolve("bin/pg_ctl"), arguments).isGood();
  }

  /** The server's command line; a shell reads it. */
  private static String options(Map<String, String> settings, int port) {
    StringBuilder options = new StringBuilder("-c port=" + port);
    settings.forEach((name, value) -> options.append(" -c '%s=%s'".formatted(name, value)));
    return options.toString();
  }
}
