package dev.assay.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A model server on a port of this machine that answers every request with one recording. */
public final class ReplayServer implements AutoCloseable {
  private final ServerSocket socket;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile @Nullable Recording recording;

  /**
   * What somebody asked.
   *
   * @param target the path with its query
   * @param headers by name in lower case
   */
  public record Request(String target, Map<String, String> headers, Json body) {}

  private ReplayServer(ServerSocket socket) {
    this.socket = socket;
  }

  /** Starts one. */
  public static ReplayServer start() {
    try {
      ReplayServer server =
          new ReplayServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      Thread.ofVirtual().start(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens, such as {@code http://127.0.0.1:4711}. */
  public String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** What it answers from now on. */
  public void play(Recording answer) {
    recording = answer;
  }

  /** What was asked so far, in order. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      requests.add(read(new BufferedInputStream(client.getInputStream())));
      Recording answer = recording;
      if (answer != null) {
        write(answer, client.getOutputStream());
      }
    } catch (IOException e) {
      // The client went away, which is its own affair.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Request read(InputStream in) throws IOException {
    String target = line(in).split(" ", 3)[1];
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] header = line.split(": *", 2);
      headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Request(target, headers, Json.read(body.isEmpty() ? "{}" : body));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("The request ends within its head.");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static void write(Recording answer, OutputStream out)
      throws IOException, InterruptedException {
    out.write(answer.head().getBytes(StandardCharsets.UTF_8));
    out.flush();
    byte[] body = answer.body();
    for (int at = 0; at < body.length; at += answer.pieceSize()) {
      int length = Math.min(answer.pieceSize(), body.length - at);
      out.write("%x\r\n".formatted(length).getBytes(StandardCharsets.UTF_8));
      out.write(body, at, length);
      out.write("\r\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
      TimeUnit.NANOSECONDS.sleep(answer.pause().toNanos());
    }
    if (answer.isWhole()) {
      out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }
}
