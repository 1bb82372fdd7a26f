package dev.assay.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Speaks to a simulator over a bare socket, to see what is really on the wire. */
final class RawClient implements AutoCloseable {
  final Socket socket;

  RawClient(Simulator simulator) throws IOException {
    socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), simulator.port());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(20_000);
  }

  /** Asks for a stream of Korean or other text. */
  RawClient ask(String model) throws IOException {
    return send(Client.body(model, "차 이야기", "\"stream\":true"));
  }

  RawClient send(String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Length: "
            + bytes.length
            + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** Everything until the server closes; a reset throws. */
  byte[] readAll() throws IOException {
    return socket.getInputStream().readAllBytes();
  }

  /** Everything until these bytes, each read as the network delivered it. */
  List<byte[]> readsUntil(String end) throws IOException {
    List<byte[]> reads = new ArrayList<>();
    byte[] buffer = new byte[1 << 16];
    InputStream in = socket.getInputStream();
    while (!endsWith(reads, end)) {
      int count = in.read(buffer);
      if (count < 0) {
        throw new IOException("The server closed after " + reads.size() + " reads");
      }
      reads.add(Arrays.copyOf(buffer, count));
    }
    return reads;
  }

  /** Looks at the last few reads only, which hold the end unless it is longer than they. */
  private static boolean endsWith(List<byte[]> reads, String end) {
    List<byte[]> last = reads.subList(Math.max(0, reads.size() - 8), reads.size());
    return new String(joined(last), StandardCharsets.UTF_8).endsWith(end);
  }

  static byte[] joined(List<byte[]> reads) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    reads.forEach(all::writeBytes);
    return all.toByteArray();
  }

  /** The chunks of a chunked body, without the last. */
  static List<byte[]> chunks(byte[] response) {
    String latin = new String(response, StandardCharsets.ISO_8859_1);
    int at = latin.indexOf("\r\n\r\n") + 4;
    List<byte[]> chunks = new ArrayList<>();
    while (at < response.length) {
      int lineEnd = latin.indexOf("\r\n", at);
      int size = Integer.parseInt(latin.substring(at, lineEnd), 16);
      if (size == 0) {
        break;
      }
      chunks.add(Arrays.copyOfRange(response, lineEnd + 2, lineEnd + 2 + size));
      at = lineEnd + 2 + size + 2;
    }
    return chunks;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
