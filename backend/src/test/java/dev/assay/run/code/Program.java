package dev.assay.run.code;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs in a folder, each as its language does. All that is needed for it is on the
 * machines that test (see .ci/run); what is missing fails the test.
 */
record Program(Path folder) {
  /** Checks a program, runs it, and gives what it prints. */
  String run(CodeLanguage language, String code, String keyVariable) throws Exception {
    return switch (language) {
      case CURL -> {
        Path file = Files.writeString(folder.resolve("ask.sh"), code);
        run(keyVariable, "bash", "-n", file.toString());
        yield run(keyVariable, "bash", file.toString());
      }
      case PYTHON -> {
        copy("openai.py", folder.resolve("openai.py"));
        Path file = Files.writeString(folder.resolve("ask.py"), code);
        yield run(keyVariable, "python3", file.toString());
      }
      case JAVASCRIPT -> {
        Path openai = Files.createDirectories(folder.resolve("node_modules/openai"));
        copy("openai.mjs", openai.resolve("openai.mjs"));
        Files.writeString(openai.resolve("package.json"), "{\"main\": \"openai.mjs\"}");
        Path file = Files.writeString(folder.resolve("ask.mjs"), code);
        run(keyVariable, "node", "--check", file.toString());
        yield run(keyVariable, "node", file.toString());
      }
      case JAVA -> {
        Path file = Files.writeString(folder.resolve("Ask.java"), code);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        yield run(keyVariable, java, "--source", "17", file.toString());
      }
    };
  }

  private String run(String keyVariable, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
    builder.environment().put(keyVariable, "sk-of-the-reader");
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new AssertionError(String.join(" ", command) + " failed:\n" + output);
    }
    return output;
  }

  private static void copy(String resource, Path to) throws IOException {
    try (InputStream in = Program.class.getResourceAsStream("/code/" + resource)) {
      Files.write(to, Objects.requireNonNull(in).readAllBytes());
    }
  }
}
