import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Formats the Java sources below a folder ({@code --replace}), or lists those that are not
 * formatted and fails ({@code --check}). Maven starts it from source, with google-java-format on
 * the class path.
 */
final class Format extends SimpleFileVisitor<Path> {
  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");

  private final List<String> sources = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    boolean checks = args[0].equals("--check");
    Format files = new Format();
    Files.walkFileTree(Path.of(args[1]), files);

    List<String> arguments = new ArrayList<>();
    arguments.addAll(checks ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
    arguments.addAll(files.sources);
    int status = format(arguments);
    if (checks && status != 0) {
      System.err.println("The files above are not formatted. This formats them: mvn -Pformat");
    }
    System.exit(status);
  }

  private static int format(List<String> arguments) throws Exception {
    PrintWriter out = new PrintWriter(System.out, true);
    PrintWriter err = new PrintWriter(System.err, true);
    return new Main(out, err, System.in).format(arguments.toArray(String[]::new));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return NOT_OURS.contains(folder.getFileName().toString())
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (file.toString().endsWith(".java")) {
      sources.add(file.toString());
    }
    return FileVisitResult.CONTINUE;
  }
}
