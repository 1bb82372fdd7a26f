import dev.assay.database.embedded.EmbeddedServer;
import dev.assay.database.embedded.EmbeddedSettings;
import java.nio.file.Path;

/**
 * A PostgreSQL that outlives the services of a bench: {@code java -cp assay.jar Database.java
 * <folder>} starts the folder's, prints its {@code DATABASE_URL}, and stops it when its input ends.
 */
final class Database {
  public static void main(String[] args) throws Exception {
    try (EmbeddedServer server = EmbeddedServer.start(EmbeddedSettings.in(Path.of(args[0])))) {
      String address = server.jdbcUrl().replace("jdbc:postgresql://", "");
      System.out.println(
          "DATABASE_URL=postgresql://%s:%s@%s"
              .formatted(server.user(), server.password(), address));
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }
}
