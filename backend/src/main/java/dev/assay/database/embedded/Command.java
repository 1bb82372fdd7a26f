package dev.assay.database.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program that is run to its end. */
final class Command {
  /** How a run ended, and what the program said on either stream. */
  record Outcome(int exitCode, String output) {
    boolean isGood() {
      return exitCode == 0;
    }
  }

  private Command() {}

  /**
   * Runs a program of PostgreSQL. They refuse to work for root, whom a user namespace of their own
   * makes a nobody with root's rights on our files.
   */
  static Outcome run(Path program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (isRootOnLinux()) {
      command.addAll(List.of("unshare", "--user"));
    }
    command.add(program.toString());
    command.addAll(arguments);
    return run(command);
  }

  private static boolean isRootOnLinux() throws IOException {
    Path self = Path.of("/proc/self");
    return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
  }

  private static Outcome run(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Outcome(process.waitFor(), output.trim());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while " + command.getFirst() + " ran.", e);
    }
  }
}
