package dev.assay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The service as a process of its own, so that it can be killed. */
public final class AssayProcess implements AutoCloseable {
  private final Process process;
  private final int port;

  private AssayProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts one on a free port, with these environment variables, and waits until it serves. */
  public static AssayProcess start(Map<String, String> environment) {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // The tests' own configuration would swallow the line that says it is ready.
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.assay.Application"));
    builder
        .environment()
        .put("ASSAY_DATA", Path.of("target", "process-data").toAbsolutePath().toString());
    builder.environment().putAll(environment);
    builder.environment().put("PORT", Integer.toString(port));
    builder.redirectErrorStream(true);
    try {
      AssayProcess started = new AssayProcess(builder.start(), port);
      started.awaitStartup();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it serves GraphQL. */
  public URI graphql() {
    return URI.create("http://127.0.0.1:" + port + "/graphql");
  }

  /** Where it serves GraphQL by websocket. */
  public URI socket() {
    return URI.create("ws://127.0.0.1:" + port + "/graphql-ws");
  }

  /** Ends it at once, with no chance to do anything more. */
  public void kill() {
    process.destroyForcibly();
    try {
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }

  private void awaitStartup() throws IOException {
    BufferedReader output = process.inputReader();
    StringBuilder seen = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      seen.append(line).append('\n');
      if (line.contains("Assay is ready")) {
        Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
        return;
      }
    }
    throw new AssertionError("The service did not start:\n" + seen);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
