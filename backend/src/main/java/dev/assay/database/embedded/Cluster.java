package dev.assay.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The files of a server's databases.
 *
 * @param data PostgreSQL's data directory
 * @param password of the one user, who is the superuser
 */
record Cluster(Path data, String password) {
  static final String USER = "assay";

  /** Lies among PostgreSQL's own files, so that the two come and go together. */
  private static final String PASSWORD_FILE = "assay.password";

  /** The cluster in {@code data}, made now where there is none. */
  static Cluster in(Path data, Path programs, boolean durable) throws IOException {
    if (!Files.exists(data)) {
      make(data, programs, durable);
    }
    return new Cluster(data, Files.readString(data.resolve(PASSWORD_FILE)).trim());
  }

  /** Under another name until it is whole: a process may be killed at any point. */
  private static void make(Path data, Path programs, boolean durable) throws IOException {
    Path half = data.resolveSibling(data.getFileName() + ".unfinished");
    Path password = data.resolveSibling(data.getFileName() + ".password");
    Trees.delete(half);
    Files.writeString(password, newPassword());
    Command.Outcome made =
        Command.run(programs.resolve("bin/initdb"), arguments(half, password, durable));
    if (!made.isGood()) {
      throw new EmbeddedServerException(
          "Cannot make a database in %s (%s): free the disk or make it writable, or set DATABASE_URL."
              .formatted(data, lastLine(made.output())));
    }
    Files.move(password, half.resolve(PASSWORD_FILE));
    Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Order and case come from PostgreSQL itself, so that an index outlives an upgrade of the
   * system's C library. The library's character types remain, because trigrams are made by them and
   * are empty for Korean under the locale "C".
   */
  private static List<String> arguments(Path data, Path password, boolean durable) {
    boolean isMac = System.getProperty("os.name").startsWith("Mac");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--pgdata=" + data, "--username=" + USER));
    arguments.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + password));
    arguments.addAll(List.of("--encoding=UTF8", "--locale=C"));
    arguments.add("--lc-ctype=" + (isMac ? "en_US.UTF-8" : "C.UTF-8"));
    arguments.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    if (!durable) {
      arguments.add("--no-sync");
    }
    return arguments;
  }

  private static String newPassword() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String lastLine(String output) {
    return output.lines().reduce("", (before, line) -> line.isBlank() ? before : line);
  }

  @Override
  public String toString() {
    return "Cluster[" + data + "]";
  }
}
