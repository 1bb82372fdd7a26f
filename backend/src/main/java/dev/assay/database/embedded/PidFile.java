package dev.assay.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A data directory's {@code postmaster.pid}: which process serves the directory, or served it when
 * it died.
 *
 * @param pid 0 where the file was cut short
 * @param served the directory that the process was started on, as the file says
 */
record PidFile(Path path, long pid, String served) {

  /** The directory's file; nothing where no server runs and none was killed. */
  static Optional<PidFile> in(Path data) throws IOException {
    Path path = data.resolve("postmaster.pid");
    try {
      List<String> lines = Files.readAllLines(path);
      boolean isWhole = lines.size() > 1 && lines.getFirst().strip().matches("\\d{1,18}");
      return Optional.of(
          isWhole
              ? new PidFile(path, Long.parseLong(lines.getFirst().strip()), lines.get(1))
              : new PidFile(path, 0, ""));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * The live server of this very directory. A number alone proves nothing, as the system gives a
   * dead process's number to another one: the process must be a {@code postgres} that was started
   * on the directory.
   */
  Optional<ProcessHandle> server(Path data) {
    if (pid == 0 || !served.equals(data.toString())) {
      return Optional.empty();
    }
    return ProcessHandle.of(pid).filter(process -> serves(process, data));
  }

  private static boolean serves(ProcessHandle process, Path data) {
    String program = process.info().command().orElse("");
    List<String> arguments = Arrays.asList(process.info().arguments().orElse(new String[0]));
    int option = arguments.indexOf("-D");
    return program.contains("postgres")
        && option >= 0
        && option + 1 < arguments.size()
        && arguments.get(option + 1).equals(data.toString());
  }
}
