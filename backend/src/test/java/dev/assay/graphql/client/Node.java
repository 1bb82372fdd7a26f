package dev.assay.graphql.client;

import dev.assay.graphql.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A script of {@code src/test/node} that runs in Node and prints a JSON value a line. */
public final class Node implements AutoCloseable {
  private static final Path SOURCE = Path.of("src/test/node");
  private static final Path HOME = Path.of("target/node");

  private final Process process;
  private final BlockingQueue<Outcome> lines = new LinkedBlockingQueue<>();

  /** Starts a script. Its packages are installed first, unless they are there. */
  public Node(String script, String... arguments) throws IOException, InterruptedException {
    install();
    List<String> command = new ArrayList<>(List.of("node", script));
    command.addAll(List.of(arguments));
    process =
        new ProcessBuilder(command)
            .directory(HOME.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Thread.ofVirtual().start(this::read);
  }

  private void read() {
    try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader
          .lines()
          .map(line -> Outcome.of(line.getBytes(StandardCharsets.UTF_8)))
          .forEach(lines::add);
    } catch (UncheckedIOException | IOException e) {
      // The script was stopped.
    }
  }

  /** The folder that the scripts run in, with their packages. */
  public static Path home() throws IOException, InterruptedException {
    install();
    return HOME;
  }

  private static synchronized void install() throws IOException, InterruptedException {
    Files.createDirectories(HOME);
    Path installed = HOME.resolve("installed.json");
    byte[] wanted = Files.readAllBytes(SOURCE.resolve("package-lock.json"));
    for (String file :
        List.of(".npmrc", "package.json", "package-lock.json", "socket.mjs", "audit.mjs")) {
      Files.write(HOME.resolve(file), Files.readAllBytes(SOURCE.resolve(file)));
    }
    if (!Files.exists(installed) || !Arrays.equals(wanted, Files.readAllBytes(installed))) {
      Process npm =
          new ProcessBuilder("npm", "ci")
              .directory(HOME.toFile())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (!npm.waitFor(5, TimeUnit.MINUTES) || npm.exitValue() != 0) {
        throw new AssertionError("npm ci failed in " + HOME.toAbsolutePath());
      }
      Files.write(installed, wanted);
    }
  }

  /** The next line for which the condition holds; those before are passed over. */
  Outcome next(Predicate<Outcome> condition) throws InterruptedException {
    while (true) {
      Outcome line = lines.poll(20, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("The script printed nothing of that kind for 20 seconds.");
      }
      if (condition.test(line)) {
        return line;
      }
    }
  }

  /** The next line about this event. */
  Outcome next(String event) throws InterruptedException {
    return next(line -> event.equals(line.at("event")));
  }

  /** All lines, once the script has ended by itself. */
  public List<Outcome> end() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("The script did not end.");
    }
    List<Outcome> rest = new ArrayList<>();
    for (@Nullable Outcome line = lines.poll(1, TimeUnit.SECONDS);
        line != null;
        line = lines.poll(200, TimeUnit.MILLISECONDS)) {
      rest.add(line);
    }
    return rest;
  }

  void tell(String line) throws IOException {
    process.outputWriter().write(line + "\n");
    process.outputWriter().flush();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
