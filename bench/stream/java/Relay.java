import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;

/**
 * The bare relay: what there is to do between a model server and a websocket, and nothing else. No
 * GraphQL, no storage, no sign-in, no queue, no timings. A message {@code {"id","model","baseUrl"}}
 * asks a model; each piece of its answer becomes one text frame {@code {"id","text","seq"}}, and
 * {@code {"id","done":true}} follows the last.
 *
 * <p>One virtual thread a stream reads the answer and writes the frames. It flushes after each
 * frame unless the next line has arrived already.
 */
public final class Relay {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  private Relay() {}

  /** Takes no arguments; prints the address that it serves, and serves until it is ended. */
  public static void main(String[] arguments) throws InterruptedException {
    EventLoopGroup loops = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
    Channel server =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 4096)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(new Pipeline())
            .bind(InetAddress.ofLiteral("127.0.0.1"), 0)
            .sync()
            .channel();
    System.out.println(
        "ready ws://127.0.0.1:" + ((InetSocketAddress) server.localAddress()).getPort() + "/");
    Thread.currentThread().join();
  }

  private static final class Pipeline extends ChannelInitializer<SocketChannel> {
    @Override
    protected void initChannel(SocketChannel channel) {
      channel
          .pipeline()
          .addLast(new HttpServerCodec())
          .addLast(new HttpObjectAggregator(64 * 1024))
          .addLast(new WebSocketServerProtocolHandler("/"))
          .addLast(new Asked());
    }
  }

  private static final class Asked extends SimpleChannelInboundHandler<TextWebSocketFrame> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
      String message = frame.text();
      Thread.ofVirtual().start(() -> relay(context.channel(), message));
    }
  }

  private static void relay(Channel channel, String message) {
    String id = field(message, "id");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(field(message, "baseUrl") + "/chat/completions"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body(field(message, "model"))))
            .build();
    try {
      var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (var lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
        copy(lines, channel, "{\"id\":\"" + id + "\",\"text\":\"");
      }
    } catch (IOException e) {
      channel.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    send(channel, "{\"id\":\"" + id + "\",\"done\":true}", true);
  }

  private static void copy(BufferedReader lines, Channel channel, String head) throws IOException {
    int sequence = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int from = line.indexOf("\"content\":\"") + "\"content\":\"".length();
      int to = from < "\"content\":\"".length() ? -1 : end(line, from);
      if (to > from) {
        // The text goes from JSON into JSON: it keeps its escapes.
        String frame = head + line.substring(from, to) + "\",\"seq\":" + sequence++ + "}";
        // The blank line after an event has always arrived; what counts is whether there is another
        // event behind it.
        lines.readLine();
        send(channel, frame, !lines.ready());
      }
    }
  }

  private static void send(Channel channel, String text, boolean flush) {
    ByteBuf bytes = channel.alloc().buffer(ByteBufUtil.utf8MaxBytes(text));
    ByteBufUtil.writeUtf8(bytes, text);
    TextWebSocketFrame frame = new TextWebSocketFrame(bytes);
    if (flush) {
      channel.writeAndFlush(frame, channel.voidPromise());
    } else {
      channel.write(frame, channel.voidPromise());
    }
  }

  private static String body(String model) {
    return "{\"model\":\""
        + model
        + "\",\"stream\":true,\"stream_options\":{\"include_usage\":true},"
        + "\"messages\":[{\"role\":\"user\",\"content\":\"Why is the sky blue?\"}]}";
  }

  private static String field(String json, String name) {
    String head = "\"" + name + "\":\"";
    int from = json.indexOf(head) + head.length();
    return json.substring(from, end(json, from));
  }

  /** Where the string that began before {@code from} ends. */
  private static int end(String json, int from) {
    int at = from;
    while (json.charAt(at) != '"') {
      at += json.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }
}
