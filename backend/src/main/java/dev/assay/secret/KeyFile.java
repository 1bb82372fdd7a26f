package dev.assay.secret;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;

/** A file that holds a generated key and that its owner alone can read. */
final class KeyFile {
  private static final int BYTES = 32;

  private KeyFile() {}

  /** The file's key, generated now where there is no file. */
  static String read(Path file, String setting) {
    try {
      if (!Files.exists(file)) {
        generate(file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      AppException failure =
          new AppException(
              ErrorCode.INTERNAL,
              "Cannot keep a key in %s (%s): make it readable and writable, or set %s."
                  .formatted(file, e, setting));
      failure.initCause(e);
      throw failure;
    }
  }

  /** The name is given to a whole file only, and to the first one where two processes make one. */
  private static void generate(Path file) throws IOException {
    Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path whole = Files.createTempFile(directory, "key", ".new");
    try {
      write(whole);
      Files.createLink(file, whole);
    } catch (FileAlreadyExistsException e) {
      // Another process was first; its key is read.
    } finally {
      Files.delete(whole);
    }
  }

  private static void write(Path file) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    String text = HexFormat.of().formatHex(key) + "\n";
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    }
  }
}
