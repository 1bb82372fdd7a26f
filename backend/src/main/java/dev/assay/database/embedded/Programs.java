package dev.assay.database.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs for this platform, unpacked from the jar once for each of their versions.
 */
final class Programs {
  private Programs() {}

  /** The directory that holds {@code bin/postgres}, somewhere below {@code parent}. */
  static Path unpackedBelow(Path parent) throws IOException {
    URL archive = archive();
    Path programs = parent.resolve("postgresql-" + fingerprint(archive));
    if (!Files.exists(programs)) {
      Files.createDirectories(parent);
      Path half = Files.createTempDirectory(parent, "unpacking-");
      unpack(archive, half);
      publish(half, programs);
      removeOthers(parent, programs);
    }
    return programs;
  }

  private static URL archive() {
    String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    String machine =
        switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
          case "aarch64", "arm64" -> "arm_64";
          default -> "x86_64";
        };
    URL url = Programs.class.getResource("/postgres-" + system + "-" + machine + ".txz");
    if (url == null) {
      throw new EmbeddedServerException(
          "There is no embedded PostgreSQL for %s on %s: set DATABASE_URL to a PostgreSQL of yours."
              .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
    }
    return url;
  }

  /** Tells the archives of two versions apart without reading them. */
  private static String fingerprint(URL archive) throws IOException {
    JarURLConnection connection = (JarURLConnection) archive.openConnection();
    connection.setUseCaches(false);
    try (var jar = connection.getJarFile()) {
      return "%08x".formatted(connection.getJarEntry().getCrc());
    }
  }

  private static void unpack(URL archive, Path into) throws IOException {
    try (InputStream in = archive.openStream();
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, into.resolve(entry.getName()).normalize());
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Path directory = Objects.requireNonNull(target.getParent());
    Files.createDirectories(directory);
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      throw new IOException("The archive holds a hard link: " + entry.getName());
    } else {
      Files.copy(content, target);
      if (directory.endsWith("bin") && !target.toFile().setExecutable(true, true)) {
        throw new IOException("Cannot make " + target + " executable.");
      }
    }
  }

  /** Two processes may unpack at once: the first one's copy stays. */
  private static void publish(Path half, Path programs) throws IOException {
    try {
      Files.move(half, programs, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.exists(programs)) {
        throw e;
      }
      Trees.delete(half);
    }
  }

  /** Older versions, and halves that a killed process left; a young half may be at work. */
  private static void removeOthers(Path parent, Path programs) throws IOException {
    Instant old = Instant.now().minus(Duration.ofHours(1));
    try (var all = Files.newDirectoryStream(parent, path -> !path.equals(programs))) {
      for (Path other : all) {
        if (Files.getLastModifiedTime(other).toInstant().isBefore(old)) {
          Trees.delete(other);
        }
      }
    }
  }
}
