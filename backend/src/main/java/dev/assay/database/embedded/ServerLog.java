package dev.assay.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What the server writes to its log from now on.
 *
 * @param start the length of the file before
 */
record ServerLog(Path file, long start) {
  private static final long MAX_BYTES = 10_000_000;

  /** Begins to listen; a log that has grown large is put aside first. */
  static ServerLog from(Path file) throws IOException {
    long length = Files.exists(file) ? Files.size(file) : 0;
    if (length > MAX_BYTES) {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".old"),
          StandardCopyOption.REPLACE_EXISTING);
      length = 0;
    }
    return new ServerLog(file, length);
  }

  boolean tellsOfTakenPort() {
    return text().contains("Address already in use");
  }

  /** Processes of a killed server still hold its shared memory. */
  boolean tellsOfRemnants() {
    return text().contains("is still in use") && text().contains("shared memory");
  }

  /** The last error in the server's own words, without a full stop. */
  String reason() {
    return text()
        .lines()
        .filter(line -> line.contains("FATAL:") || line.contains("DETAIL:"))
        .map(line -> line.replaceFirst(".*(FATAL|DETAIL):\\s*", ""))
        .reduce((before, line) -> before + ": " + line)
        .orElse("it gives no reason");
  }

  private String text() {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer said = ByteBuffer.allocate((int) Math.min(channel.size() - start, MAX_BYTES));
      while (said.hasRemaining() && channel.read(said, start + said.position()) >= 0) {}
      return StandardCharsets.UTF_8.decode(said.flip()).toString();
    } catch (java.nio.file.NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
