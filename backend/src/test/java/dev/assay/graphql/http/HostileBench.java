package dev.assay.graphql.http;

import dev.assay.graphql.Expense;
import dev.assay.graphql.HostileDocument;
import dev.assay.graphql.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * What hostile documents cost the server, and what their neighbours notice. Run by hand: {@code
 * HostileBench [attacks a second] [rounds] [seconds]}, by default 20, 8 and 5. First each document
 * alone: time and memory of its refusal, its client's included, the least of seven tries. Then the
 * p99 of 100 ordinary requests a second, in pairs of a round without attacks and a round with them,
 * the two in turns first; what counts is the median of the pairs' ratios.
 */
public final class HostileBench {
  private static final int CLIENTS = 4;
  private static final int REQUESTS_PER_SECOND = 25;
  private static final String ORDINARY =
      "{\"query\":\"{ books { number author { name } } hello }\"}";

  private final TestServer server = new TestServer();
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<byte[]> requests =
      HostileDocument.all().stream().map(HostileBench::request).toList();
  private final long roundNanos;

  private HostileBench(int seconds) {
    this.roundNanos = seconds * 1_000_000_000L;
  }

  public static void main(String[] args) throws Exception {
    int attacks = args.length > 0 ? Integer.parseInt(args[0]) : 20;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 8;
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
    new HostileBench(seconds).run(attacks, rounds);
    System.exit(0);
  }

  private void run(int attacks, int rounds) throws Exception {
    for (HostileDocument document : HostileDocument.all()) {
      byte[] request = request(document);
      Expense expense = Expense.of(() -> attack(request));
      System.out.printf(
          "%-45s %6.1f ms %6.2f MB%n", document, expense.millis(), expense.bytes() / 1e6);
    }
    p99(0);
    p99(attacks);
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      double first = p99(i % 2 == 0 ? 0 : attacks);
      double second = p99(i % 2 == 0 ? attacks : 0);
      double quiet = i % 2 == 0 ? first : second;
      double attacked = i % 2 == 0 ? second : first;
      ratios.add(attacked / quiet);
      System.out.printf(
          "pair %d: p99 %.2f ms alone, %.2f ms beside %d attacks a second%n",
          i + 1, quiet, attacked, attacks);
    }
    ratios.sort(null);
    System.out.printf(
        "median ratio %.2f (%.2f to %.2f)%n",
        ratios.get(rounds / 2), ratios.getFirst(), ratios.getLast());
  }

  /** The p99 of ordinary requests in milliseconds, with so many attacks a second beside. */
  private double p99(int attacks) throws Exception {
    List<Double> millis = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long end = System.nanoTime() + roundNanos;
      List<Future<List<Double>>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(threads.submit(() -> ordinary(end)));
      }
      if (attacks > 0) {
        threads.submit(() -> attackUntil(end, attacks));
      }
      for (Future<List<Double>> client : clients) {
        millis.addAll(client.get());
      }
    }
    millis.sort(null);
    return millis.get((int) (millis.size() * 0.99));
  }

  private List<Double> ordinary(long end) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/graphql"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(ORDINARY))
            .build();
    List<Double> millis = new ArrayList<>();
    for (long next = System.nanoTime(); next < end; next += 1_000_000_000L / REQUESTS_PER_SECOND) {
      LockSupport.parkNanos(next - System.nanoTime());
      long start = System.nanoTime();
      http.send(request, BodyHandlers.discarding());
      millis.add((System.nanoTime() - start) / 1e6);
    }
    return millis;
  }

  private Void attackUntil(long end, int attacks) throws IOException {
    int count = 0;
    for (long next = System.nanoTime(); next < end; next += 1_000_000_000L / attacks) {
      LockSupport.parkNanos(next - System.nanoTime());
      attack(requests.get(count++ % requests.size()));
    }
    return null;
  }

  /** Sends a request that stands ready, and reads the answer to its end. */
  private long attack(byte[] request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.getOutputStream().write(request);
      return socket.getInputStream().skip(Long.MAX_VALUE);
    }
  }

  private static byte[] request(HostileDocument document) {
    byte[] body = document.request().getBytes(StandardCharsets.UTF_8);
    String head =
        "POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    ByteBuffer whole = ByteBuffer.allocate(head.length() + body.length);
    return whole.put(head.getBytes(StandardCharsets.US_ASCII)).put(body).array();
  }
}
