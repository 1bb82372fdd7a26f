package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageControllerTest {
  private static EmbeddedServer server;

  @BeforeAll
  static void start() {
    server =
        ApplicationContext.run(
            EmbeddedServer.class,
            Map.of("assay.database.enabled", false, "micronaut.server.port", -1));
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/test", "/runs/0190a1b2-0000-7000-8000-000000000000", "/a/b/c"})
  void everyPlaceGetsThePage(String path) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<title>Assay</title>");
    assertThat(answer.headers().firstValue("content-type")).hasValue("text/html");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-cache");
  }

  @Test
  void thePlaygroundIsAPageOfItsOwn() throws Exception {
    HttpResponse<String> answer = get("/graphiql");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<title>API playground");
    assertThat(answer.headers().firstValue("content-type")).hasValue("text/html");
  }

  @Test
  void aHashedFileIsKeptByBrowsers() throws Exception {
    HttpResponse<String> answer = get("/assets/main-1.js");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type").orElseThrow()).contains("javascript");
    assertThat(answer.headers().firstValue("cache-control").orElseThrow()).contains("immutable");
  }

  @Test
  void aTextIsPackedForWhoTakesIt() throws Exception {
    HttpResponse<byte[]> packed = get("/assets/main-1.js", "br, gzip");

    assertThat(packed.headers().allValues("content-encoding")).containsExactly("gzip");
    assertThat(packed.headers().firstValue("vary").orElseThrow())
        .isEqualToIgnoringCase("accept-encoding");
    try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(get("/assets/main-1.js").body());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "gzip;q=0", "br, gzip; q=0.0, deflate"})
  void whoDoesNotTakeItPackedGetsItPlain(String accepted) throws Exception {
    HttpResponse<byte[]> answer = get("/assets/main-1.js", accepted);

    assertThat(answer.headers().firstValue("content-encoding")).isEmpty();
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(get("/assets/main-1.js").body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/assets/gone-2.js", "/..%2fapplication.yml", "/..%2f..%2fetc/passwd", "/.env"})
  void whatIsNoFileOfThePageIsNotFound(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  private static HttpResponse<byte[]> get(String path, String accepted)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.getURL() + path))
              .header("Accept-Encoding", accepted)
              .build();
      return client.send(request, BodyHandlers.ofByteArray());
    }
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create(server.getURL() + path);
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
  }
}
