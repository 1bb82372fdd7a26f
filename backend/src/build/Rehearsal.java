import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes the AOT cache that the packaged service starts with: starts it with data of its own, asks
 * what a page asks first, and ends it, upon which the JVM writes the cache. {@code ./assay} runs it
 * from source: {@code Rehearsal <jar> <cache> <options of the service's JVM…>}. It fails, and
 * leaves no cache, where anything goes wrong.
 */
final class Rehearsal {
  private static final long START_SECONDS = 60;
  private static final long END_SECONDS = 120;
  private static final List<String> QUERIES =
      List.of(
          "{ viewer { id name } }",
          "{ models(first: 20) { edges { node { id name health { status } } } totalCount } }",
          "{ prompts(first: 20) { edges { node { id name tags } } totalCount } }",
          "{ runs(first: 20) { edges { node { id lanes { position } results { id } } } } }");

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port = freePort();

  public static void main(String[] args) throws Exception {
    Path jar = Path.of(args[0]).toAbsolutePath();
    Path cache = Path.of(args[1]).toAbsolutePath();
    Path data = cache.resolveSibling("rehearsal");
    delete(data);
    try {
      Path made = data.resolve("assay.aot");
      new Rehearsal().run(jar, made, data, List.of(args).subList(2, args.length));
      Files.move(made, cache, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      delete(data);
    }
  }

  private void run(Path jar, Path cache, Path data, List<String> options) throws Exception {
    Files.createDirectories(data);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-jar", jar.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    // The settings of whoever starts it are for the service itself.
    builder.environment().keySet().retainAll(List.of("PATH", "LANG", "LC_ALL"));
    builder.environment().putAll(Map.of("HOME", data.toString(), "ASSAY_DATA", data.toString()));
    builder.environment().put("PORT", Integer.toString(port));
    Process service = builder.start();
    try {
      awaitHealth(service);
      askAsThePageDoes();
      service.destroy();
      if (!service.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The service did not end.");
      }
    } finally {
      service.destroyForcibly().waitFor();
    }
  }

  private void awaitHealth(Process service) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!isHealthy()) {
      if (!service.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("The service did not start.");
      }
      Thread.sleep(100);
    }
  }

  private boolean isHealthy() throws InterruptedException {
    try {
      return client.send(to("/health").build(), BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private void askAsThePageDoes() throws IOException, InterruptedException {
    check(client.send(to("/").build(), BodyHandlers.ofString()));
    for (String query : QUERIES) {
      String body = "{\"query\":\"%s\"}".formatted(query);
      HttpRequest.Builder request = to("/graphql").header("Content-Type", "application/json");
      check(
          client.send(
              request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString()));
    }
  }

  private static void check(HttpResponse<String> response) {
    if (response.statusCode() != 200 || response.body().contains("\"errors\"")) {
      throw new IllegalStateException(response + ": " + response.body());
    }
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
