package dev.assay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A folder with a small copy of the repository, on whose {@code PATH} are a few of the system's
 * tools and what a test installs.
 */
record FakeMachine(Path folder) {
  private static final List<String> TOOLS =
      List.of(
          "awk cat cksum dirname env find grep head mkdir paste rm sed sort tail touch tr uname wc"
              .split(" "));
  private static final List<String> SOURCES =
      List.of(
          "pom.xml", "schema.graphqls", "frontend/page", "backend/pom.xml", "backend/src/main/a");

  /** How a command ended, and all that it printed. */
  record Ended(int status, long pid, String output) {}

  static FakeMachine in(Path folder) throws IOException {
    FakeMachine machine = new FakeMachine(folder);
    for (String source : SOURCES) {
      machine.write("repository/" + source, "");
    }
    for (String file : List.of("assay", ".env.example")) {
      Files.copy(Path.of("..", file), folder.resolve("repository").resolve(file));
    }
    for (String tool : TOOLS) {
      machine.command(tool, "exec " + find(tool) + " \"$@\"");
    }
    return machine;
  }

  /** Installs a JDK whose {@code java} is the given shell script. */
  FakeMachine jdk(int version, String java) throws IOException {
    write("jdk/release", "JAVA_VERSION=\"" + version + ".0.1\"\n");
    executable("jdk/bin/javac", "");
    executable("jdk/bin/java", java);
    return this;
  }

  /** Installs a command as a shell script. */
  FakeMachine command(String name, String script) throws IOException {
    executable("bin/" + name, script);
    return this;
  }

  FakeMachine write(String file, String content) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(requireNonNull(path.getParent()));
    Files.writeString(path, content);
    return this;
  }

  Path repository() {
    return folder.resolve("repository");
  }

  /** Runs {@code ./assay} to its end, with the given environment and nothing else of ours. */
  Ended assay(Map<String, String> environment, String... arguments) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("./assay").directory(repository().toFile());
    builder.command().addAll(List.of(arguments));
    builder.environment().clear();
    builder.environment().put("PATH", folder.resolve("bin").toString());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(20, SECONDS)).isTrue();
    return new Ended(process.exitValue(), process.pid(), output);
  }

  private void executable(String file, String script) throws IOException {
    write(file, "#!/bin/sh\n" + script + "\n");
    assertThat(folder.resolve(file).toFile().setExecutable(true)).isTrue();
  }

  private static Path find(String tool) {
    return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
        .map(place -> Path.of(place, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }
}
