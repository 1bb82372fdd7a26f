package dev.assay.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What an example printed once it ended.
 *
 * @param output its standard output
 * @param remarks its standard error
 */
record Example(String output, String remarks) {
  static final Path FOLDER = Path.of("../docs/examples");

  /**
   * Runs a command in a folder against the service at an address, and fails unless it succeeds.
   *
   * @param token what it proves itself by; empty for nothing
   */
  static Example run(Path folder, URI service, String token, String... command)
      throws IOException, InterruptedException {
    return run(true, folder, service, token, command);
  }

  /** The same, but fails if it succeeds. */
  static Example fail(Path folder, URI service, String token, String... command)
      throws IOException, InterruptedException {
    return run(false, folder, service, token, command);
  }

  private static Example run(
      boolean succeeds, Path folder, URI service, String token, String... command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("example", ".out");
    Path remarks = Files.createTempFile("example", ".err");
    ProcessBuilder builder = new ProcessBuilder(List.of(command));
    builder.environment().put("ASSAY_URL", service.toString());
    if (!token.isEmpty()) {
      builder.environment().put("ASSAY_TOKEN", token);
    }
    Process process =
        builder
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(remarks.toFile())
            .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    Example example = new Example(take(output), take(remarks));
    assertThat(ended).as("ended in time: %s", example).isTrue();
    assertThat(process.exitValue() == 0).as("success of %s", example).isEqualTo(succeeds);
    return example;
  }

  private static String take(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.delete(file);
    return text;
  }
}
