package dev.assay.simulator;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/**
 * The bench's client: opens so many streams, reads what comes and throws it away. With a pause it
 * reads in turns, as a busy client does; without one it sleeps and is woken for almost every token,
 * and the kernel does the waking at the expense of who writes.
 */
public final class SimulatorBenchClient {
  private SimulatorBenchClient() {}

  public static void main(String[] args) throws Exception {
    InetSocketAddress server =
        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), Integer.parseInt(args[0]));
    int streams = Integer.parseInt(args[1]);
    byte[] request = request(args[2]);
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < streams; i++) {
        SocketChannel channel = SocketChannel.open(server);
        channel.write(ByteBuffer.wrap(request));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
      }
      read(selector, streams, Long.parseLong(args[3]));
    }
  }

  private static void read(Selector selector, int streams, long pauseMs) throws Exception {
    ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    int open = streams;
    while (open > 0) {
      Thread.sleep(pauseMs);
      selector.select();
      Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
      while (ready.hasNext()) {
        SelectionKey key = ready.next();
        ready.remove();
        if (((SocketChannel) key.channel()).read(buffer.clear()) < 0) {
          key.channel().close();
          open--;
        }
      }
    }
  }

  private static byte[] request(String model) {
    String body =
        "{\"model\":\"%s\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Go\"}]}"
            .formatted(model);
    return ("POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.UTF_8);
  }
}
