package dev.assay.run.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Json;
import dev.assay.testing.TestServer;
import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However much is exported, little of it is in the memory at a time. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
class ExportSizeTest {
  private static final long MEGABYTE = 1024 * 1024;
  private static final int RUNS = 20;
  private static final int RESULTS = 4;
  private static final int LARGE = 50;
  private static final long TOTAL = (RUNS * RESULTS + LARGE) * MEGABYTE;

  /** A page of runs, some results of a megabyte each as rows, texts and bytes, and the socket. */
  private static final long BOUND = 40 * MEGABYTE;

  private TestServer server;
  private String large;

  @BeforeAll
  void start() {
    server = TestServer.start(Map.of());
    Files files = new Files(server.url());
    for (int i = 0; i < RUNS / 10; i++) {
      HttpResponse<String> made = files.bring(document(Collections.nCopies(10, run(RESULTS))));
      assertThat(made.statusCode()).isEqualTo(200);
    }
    // One run with as much as most of these.
    HttpResponse<String> made = files.bring(document(List.of(run(LARGE))));
    large = Json.read(made.body()).get("ids").get(0).text();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static String document(List<String> runs) {
    return "{\"format\": \"assay.runs\", \"formatVersion\": 1, \"runs\": [%s]}"
        .formatted(String.join(",", runs));
  }

  private static String result(int iteration) {
    return "{\"lane\": 0, \"iteration\": %d, \"status\": \"COMPLETED\", \"text\": \"%s\"}"
        .formatted(iteration, "x".repeat((int) MEGABYTE));
  }

  private static String run(int results) {
    return """
    {"status": "COMPLETED", "userMessage": "Hi", "systemPrompt": "", "iterations": %d,
     "createdAt": "2026-01-02T03:04:05Z",
     "lanes": [{"modelSnapshot": {"name": "m", "modelName": "m", "endpointUrl": "http://localhost/v1",
                                  "protocol": "OPENAI"}}],
     "results": [%s]}
    """
        .formatted(
            results,
            IntStream.rangeClosed(1, results)
                .mapToObj(ExportSizeTest::result)
                .collect(Collectors.joining(",")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "csv", "md"})
  void theHistoryIsNeverInTheMemory(String ending) throws Exception {
    assertSmall("/export/runs." + ending + "?to=2999-01-01T00:00:00Z", TOTAL);
  }

  @Test
  void norIsARun() throws Exception {
    assertSmall("/export/runs/" + large + ".json", LARGE * MEGABYTE);
  }

  /** Reads it slowly: what the server made ahead of its reader would pile up. */
  private void assertSmall(String path, long size) throws IOException, InterruptedException {
    long before = used();
    long worst = 0;
    long read = 0;
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(server.url().resolve(path)).build();
      try (InputStream body = http.send(request, BodyHandlers.ofInputStream()).body()) {
        byte[] piece = new byte[1 << 16];
        long next = 0;
        for (int n = body.read(piece); n >= 0; n = body.read(piece)) {
          read += n;
          if (read >= next) {
            worst = Math.max(worst, used() - before);
            next += size / 4;
          }
        }
      }
    }
    assertThat(read).isGreaterThan(size);
    assertThat(worst).as("bytes in use beside what was there").isLessThan(BOUND);
  }

  /** What is alive on the heap, and in buffers beside it. */
  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
        + PlatformDependent.usedDirectMemory();
  }
}
