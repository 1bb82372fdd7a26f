package dev.assay.graphql.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.graphql.Outcome;
import dev.assay.graphql.TestServer;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A websocket client that sends exactly what it is told, frame by frame, and reads only when it is
 * told to.
 */
final class RawSocket implements AutoCloseable {
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private final List<String> answer = new ArrayList<>();

  record Frame(int opcode, byte[] payload) {
    String text() {
      return new String(payload, StandardCharsets.UTF_8);
    }
  }

  private RawSocket(int port, Map<String, String> headers) throws IOException {
    socket = new Socket();
    socket.setReceiveBufferSize(64 * 1024);
    socket.connect(new InetSocketAddress("127.0.0.1", port));
    socket.setSoTimeout(30_000);
    socket.setTcpNoDelay(true);
    in = new DataInputStream(socket.getInputStream());
    out = socket.getOutputStream();
    StringBuilder head = new StringBuilder("GET /graphql-ws HTTP/1.1\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
      answer.add(line);
    }
  }

  /** A connection whose upgrade has these headers too; an empty value leaves one out. */
  static RawSocket connect(TestServer server, Map<String, String> more) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", "localhost:" + server.port());
    headers.put("Connection", "Upgrade");
    headers.put("Upgrade", "websocket");
    headers.put("Sec-WebSocket-Version", "13");
    headers.put("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    headers.put("Sec-WebSocket-Protocol", "graphql-transport-ws");
    headers.putAll(more);
    headers.values().removeIf(String::isEmpty);
    return new RawSocket(server.port(), headers);
  }

  /** A connection that the server has upgraded. */
  static RawSocket open(TestServer server) throws IOException {
    RawSocket socket = connect(server, Map.of());
    assertThat(socket.statusLine()).contains("101");
    return socket;
  }

  /** A connection that the server has acknowledged. */
  static RawSocket ready(TestServer server) throws IOException {
    return open(server).initialise();
  }

  /** A connection of this caller that the server has acknowledged. */
  static RawSocket ready(TestServer server, String caller) throws IOException {
    return connect(server, Map.of("X-Test-Caller", caller)).initialise();
  }

  RawSocket initialise() throws IOException {
    send("{\"type\":\"connection_init\"}");
    assertThat(next().at("type")).isEqualTo("connection_ack");
    return this;
  }

  String statusLine() {
    return answer.getFirst();
  }

  List<String> answer() {
    return answer;
  }

  void send(String text) throws IOException {
    send(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
  }

  void subscribe(String id, String query) throws IOException {
    String quoted = query.replace("\"", "\\\"");
    send(
        "{\"id\":\"%s\",\"type\":\"subscribe\",\"payload\":{\"query\":\"%s\"}}"
            .formatted(id, quoted));
  }

  void complete(String id) throws IOException {
    send("{\"id\":\"%s\",\"type\":\"complete\"}".formatted(id));
  }

  void send(int opcode, boolean last, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
    frame.put((byte) ((last ? 0x80 : 0) | opcode));
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else if (payload.length < 65_536) {
      frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
    } else {
      frame.put((byte) (0x80 | 127)).putLong(payload.length);
    }
    frame.putInt(0).put(payload);
    out.write(frame.array(), 0, frame.position());
    out.flush();
  }

  /** Announces a text frame of this length and sends nothing of it. */
  void announce(long length) throws IOException {
    out.write(ByteBuffer.allocate(14).putShort((short) 0x81ff).putLong(length).putInt(0).array());
    out.flush();
  }

  /**
   * Sends pings, reading nothing, until the server takes none for a second; answers how many it
   * took.
   */
  int flood(String message, int most) {
    AtomicInteger sent = new AtomicInteger();
    Thread sender =
        Thread.ofVirtual()
            .start(() -> {
              try {
                while (sent.get() < most) {
                  send(message);
                  sent.incrementAndGet();
                }
              } catch (IOException e) {
                // The server took no more and the test is over.
              }
            });
    int before = -1;
    while (sender.isAlive() && sent.get() > before) {
      before = sent.get();
      join(sender);
    }
    return sent.get();
  }

  private static void join(Thread thread) {
    try {
      thread.join(1000);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The next frame, whatever it is. */
  Frame frame() throws IOException {
    int opcode = in.readUnsignedByte() & 0x0f;
    int length = in.readUnsignedByte();
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = Math.toIntExact(in.readLong());
    }
    return new Frame(opcode, in.readNBytes(length));
  }

  /** The next message; pings are passed over. */
  Outcome next() throws IOException {
    Frame frame = frame();
    while (frame.opcode() == PING) {
      frame = frame();
    }
    assertThat(frame.opcode()).as("%s", frame.text()).isEqualTo(TEXT);
    return Outcome.of(frame.payload());
  }

  /** The code of the close frame; messages before it are passed over. */
  int closeCode() throws IOException {
    Frame frame = frame();
    while (frame.opcode() != CLOSE) {
      frame = frame();
    }
    return ByteBuffer.wrap(frame.payload()).getShort();
  }

  /** Whether the server has nothing to say: it answers a ping, and says nothing before. */
  boolean isQuiet() throws IOException {
    send(PING, true, new byte[] {42});
    Frame frame = frame();
    while (frame.opcode() == PING) {
      frame = frame();
    }
    return frame.opcode() == PONG;
  }

  /** Whether the server has closed the connection; waits for it. Pings are not answered. */
  boolean isEnded() throws IOException {
    try {
      while (true) {
        frame();
      }
    } catch (EOFException | SocketException e) {
      return true;
    }
  }

  private String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  /** Drops the connection without a word. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
